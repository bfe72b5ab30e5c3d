extension Passage {
  static let english: [Passage] =
    englishShapes + [
      Passage(
        "Ashcombe Council awarded the market hall contract to Solworth Builders in March 2023.",
        same: [
          (
            "active and passive",
            "In March 2023, the market hall contract was awarded to Solworth Builders by Ashcombe Council."
          ),
          (
            "sentence rephrased",
            "It was Solworth Builders that won the market hall contract from Ashcombe Council in March 2023."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "In March 2023, the market hall contract was awarded to Ashcombe Council by Solworth Builders."
          ),
          (
            "rephrased with another figure",
            "In May 2023, the market hall contract was awarded to Solworth Builders by Ashcombe Council."
          ),
          (
            "rephrased with another name",
            "It was Merrick & Sons that won the market hall contract from Ashcombe Council in March 2023."
          ),
        ]),
      Passage(
        "The High Court overturned the planning permission granted by the county after three neighbours appealed.",
        same: [
          (
            "active and passive",
            "After three neighbours appealed, the planning permission granted by the county was overturned by the High Court."
          ),
          (
            "noun for verb",
            "An appeal by three neighbours led the High Court to overturn the planning permission granted by the county."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "The county overturned the planning permission granted by the High Court after three neighbours appealed."
          ),
          (
            "rephrased with the opposite said",
            "After three neighbours appealed, the planning permission granted by the county was upheld by the High Court."
          ),
          (
            "rephrased with another figure",
            "An appeal by thirty neighbours led the High Court to overturn the planning permission granted by the county."
          ),
        ]),
      Passage(
        "Rents in Brindle rose by 4.2% between 2021 and 2023, while wages grew by only 1.8%.",
        same: [
          (
            "noun for verb",
            "Between 2021 and 2023, the rise in rents in Brindle came to 4.2%, against growth of just 1.8% in wages."
          ),
          (
            "clauses in another order",
            "While wages grew by only 1.8%, rents in Brindle rose by 4.2% between 2021 and 2023."
          ),
        ],
        other: [
          (
            "rephrased with figures exchanged",
            "Between 2021 and 2023, the rise in rents in Brindle came to 1.8%, against growth of just 4.2% in wages."
          ),
          (
            "rephrased with the opposite said",
            "Between 2021 and 2023, the drop in rents in Brindle came to 4.2%, against growth of just 1.8% in wages."
          ),
          (
            "rephrased with another figure",
            "While wages grew by only 1.3%, rents in Brindle rose by 4.2% between 2021 and 2023."
          ),
        ]),
      Passage(
        "If the grant is approved in June, the school will open two more classes in September.",
        same: [
          (
            "clauses in another order",
            "The school will open two more classes in September if the grant is approved in June."
          ),
          (
            "sentence rephrased",
            "Provided the grant is approved in June, two additional classes will open at the school in September."
          ),
        ],
        other: [
          (
            "rephrased with a condition or cause changed",
            "The school will open two more classes in September because the grant was approved in June."
          ),
          (
            "rephrased with a condition or cause changed",
            "The school will open two more classes in September unless the grant is approved in June."
          ),
          (
            "rephrased with the opposite said",
            "The school will close two classes in September if the grant is approved in June."
          ),
        ]),
      Passage(
        "Attendance at the library has doubled since it began opening on Sundays, from 310 to 620 visitors a week.",
        same: [
          (
            "noun for verb",
            "Since it began opening on Sundays, the library has seen a doubling of attendance, from 310 to 620 visitors a week."
          ),
          (
            "sentence rephrased",
            "Before it began opening on Sundays, the library had 310 visitors a week. It now has 620, twice as many."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "Since it stopped opening on Sundays, the library has seen a doubling of attendance, from 310 to 620 visitors a week."
          ),
          (
            "rephrased with figures exchanged",
            "Before it began opening on Sundays, the library had 620 visitors a week. It now has 310, half as many."
          ),
          (
            "rephrased with another figure",
            "Since it began opening on Sundays, the library has seen a doubling of attendance, from 310 to 620 visitors a month."
          ),
        ]),
      Passage(
        "For want of doctors, Grandale Hospital closed its maternity ward for six weeks.",
        same: [
          (
            "clauses in another order",
            "Grandale Hospital closed its maternity ward for six weeks for want of doctors."
          ),
          (
            "noun for verb",
            "A lack of doctors led to the closure of the maternity ward at Grandale Hospital for six weeks."
          ),
          (
            "active and passive",
            "For want of doctors, the maternity ward at Grandale Hospital was closed for six weeks."
          ),
        ],
        other: [
          (
            "rephrased with a condition or cause changed",
            "For want of patients, the maternity ward at Grandale Hospital was closed for six weeks."
          ),
          (
            "rephrased with another figure",
            "A lack of doctors led to the closure of the maternity ward at Grandale Hospital for six months."
          ),
          (
            "rephrased with another name",
            "For want of doctors, the maternity ward at Montford Hospital was closed for six weeks."
          ),
        ]),
      Passage(
        "Although the scheme received 2,300 signatures of support, the council rejected it by 14 votes to 11.",
        same: [
          (
            "clauses in another order",
            "The council rejected the scheme by 14 votes to 11, although it had received 2,300 signatures of support."
          ),
          (
            "noun for verb",
            "Despite 2,300 signatures of support, the scheme met with rejection by the council, by 14 votes to 11."
          ),
          (
            "active and passive",
            "The scheme was rejected by the council by 14 votes to 11, despite 2,300 signatures of support."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "The scheme was adopted by the council by 14 votes to 11, despite 2,300 signatures of support."
          ),
          (
            "rephrased with the opposite said",
            "Despite 2,300 signatures of protest, the scheme met with rejection by the council, by 14 votes to 11."
          ),
          (
            "rephrased with figures exchanged",
            "The council rejected the scheme by 11 votes to 14, although it had received 2,300 signatures of support."
          ),
          (
            "rephrased with a condition or cause changed",
            "The scheme was rejected by the council by 14 votes to 11, because of 2,300 signatures of support."
          ),
        ]),
      Passage(
        "The health agency is considering withdrawing the pesticide from sale by 2027.",
        same: [
          (
            "active and passive",
            "Withdrawing the pesticide from sale by 2027 is being considered by the health agency."
          ),
          (
            "noun for verb",
            "The withdrawal of the pesticide from sale by 2027 is under consideration at the health agency."
          ),
        ],
        other: [
          (
            "rephrased without its hedge",
            "The withdrawal of the pesticide from sale by 2027 has been decided by the health agency."
          ),
          ("rephrased without its hedge", "The health agency will withdraw the pesticide from sale by 2027."),
          (
            "rephrased with the opposite said",
            "The health agency has ruled out withdrawing the pesticide from sale by 2027."
          ),
          (
            "rephrased with another figure",
            "Withdrawing the pesticide from sale by 2029 is being considered by the health agency."
          ),
        ]),
      Passage(
        "According to a survey by the Humber Observatory, 38% of shopkeepers gave up on hiring this year.",
        same: [
          (
            "clauses in another order",
            "This year, 38% of shopkeepers gave up on hiring, according to a survey by the Humber Observatory."
          ),
          (
            "sentence rephrased",
            "A survey by the Humber Observatory shows that 38% of shopkeepers gave up on hiring this year."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "This year, 38% of shopkeepers went ahead with hiring, according to a survey by the Humber Observatory."
          ),
          (
            "rephrased with another name",
            "This year, 38% of shopkeepers gave up on hiring, according to a survey by the Yorkshire Federation."
          ),
          (
            "rephrased with another figure",
            "A survey by the Humber Observatory shows that 58% of shopkeepers gave up on hiring this year."
          ),
        ]),
      Passage(
        "The train links Orwell to Lestrange in 47 minutes, against 70 minutes by car.",
        same: [
          (
            "sentence rephrased",
            "Between Orwell and Lestrange, allow 47 minutes by train and 70 minutes by car."
          ),
          (
            "clauses in another order",
            "It takes 70 minutes by car to get from Orwell to Lestrange, but only 47 minutes by train."
          ),
        ],
        other: [
          (
            "rephrased with figures exchanged",
            "Between Orwell and Lestrange, allow 47 minutes by car and 70 minutes by train."
          ),
          (
            "rephrased with another figure",
            "It takes 90 minutes by car to get from Orwell to Lestrange, but only 47 minutes by train."
          ),
          (
            "rephrased with another name",
            "Between Orwell and Lestrange, allow 47 minutes by coach and 70 minutes by car."
          ),
        ]),
      Passage(
        "Customs officers seized 640 kilos of tobacco in a warehouse rented by Varley Freight.",
        same: [
          (
            "active and passive",
            "In a warehouse rented by Varley Freight, 640 kilos of tobacco were seized by customs officers."
          ),
          (
            "noun for verb",
            "The seizure by customs officers amounted to 640 kilos of tobacco, in a warehouse rented by Varley Freight."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "Varley Freight seized 640 kilos of tobacco in a warehouse rented by customs officers."
          ),
          (
            "rephrased with another figure",
            "The seizure by customs officers amounted to 460 kilos of tobacco, in a warehouse rented by Varley Freight."
          ),
          (
            "rephrased with another figure",
            "In a warehouse rented by Varley Freight, 640 tonnes of tobacco were seized by customs officers."
          ),
        ]),
      Passage(
        "Line 3 will no longer serve the station during the works, which will last four months.",
        same: [
          (
            "active and passive",
            "The station will no longer be served by line 3 during the works, which will last four months."
          ),
          (
            "clauses in another order",
            "During the works, which will last four months, line 3 will no longer serve the station."
          ),
        ],
        other: [
          (
            "rephrased with the opposite said",
            "During the works, which will last four months, line 3 will continue to serve the station."
          ),
          (
            "rephrased with the opposite said",
            "The station will still be served by line 3 during the works, which will last four months."
          ),
          (
            "rephrased with another figure",
            "During the works, which will last seven months, line 3 will no longer serve the station."
          ),
        ]),
      Passage(
        "The Mortvale plant employs 230 people. It makes pumps for irrigation. The Dalmas group bought it in 2019.",
        same: [
          (
            "sentences merged",
            "Bought by the Dalmas group in 2019, the Mortvale plant employs 230 people and makes pumps for irrigation."
          ),
          (
            "sentences merged",
            "The Mortvale plant, which the Dalmas group bought in 2019, makes pumps for irrigation; it has 230 employees."
          ),
        ],
        other: [
          (
            "roles exchanged",
            "The Mortvale plant, which bought the Dalmas group in 2019, employs 230 people and makes pumps for irrigation."
          ),
          (
            "rephrased with another figure",
            "Bought by the Dalmas group in 2016, the Mortvale plant employs 230 people and makes pumps for irrigation."
          ),
          (
            "rephrased with another name",
            "Bought by the Ferrol group in 2019, the Mortvale plant employs 230 people and makes pumps for irrigation."
          ),
          (
            "rephrased with the opposite said",
            "Sold by the Dalmas group in 2019, the Mortvale plant employs 230 people and makes pumps for irrigation."
          ),
        ]),
    ]
}
