/// Spanish articles with what the three stages bring: a checked version with numbered sources, its restyling, and a
/// version with links and a table. Their organisations, people and figures are invented.
enum SpanishArticles {
  /// Names no language, so that it has to be detected.
  static let workshops = """
    ---
    title: "Talleres de reparación: lo que dicen los primeros balances"
    description: "Qué cambia cuando un barrio repara sus aparatos en vez de tirarlos"
    date: "2025-03-18"
    author: "Redacción Plaza Común"
    ---

    <!--
    ARTÍCULO FACTUAL - VERIFICADO
    Versión: Factual
    Optimizado el: 2025-03-17T08:40:12.300Z
    -->

    # Talleres de reparación: lo que dicen los primeros balances

    En las ciudades medianas, cada habitante genera 17,6 kg de residuos electrónicos al año (Fuente: Observatorio del Residuo). Los talleres vecinales recuperan una parte de esos aparatos, siempre que haya piezas de recambio.

    Este análisis se apoya en un estudio del observatorio, en una encuesta de la Federación de Talleres Abiertos y en el balance de un municipio, el Ayuntamiento de Valdemora.

    ## Lo que miden los balances

    El estudio siguió 48 talleres en seis provincias, de enero a noviembre de 2024 (Fuente: Observatorio del Residuo). Los voluntarios abrieron 12.400 aparatos, y el 62 % volvió a funcionar (Fuente: Observatorio del Residuo).

    Los residuos del barrio bajaron un 34 % (Fuente: Observatorio del Residuo). En cambio, uno de cada ocho aparatos no se pudo reparar, casi siempre porque la carcasa estaba pegada (Fuente: Observatorio del Residuo).

    Más del 70 % de los usuarios repetiría, según la Federación de Talleres Abiertos.

    ## Lo que cuesta

    Equipar un taller cuesta de 6.000 a 9.000 euros, y mantenerlo, unos 1.200 euros al año (Fuente: Federación de Talleres Abiertos).

    «Lo que falta no son manos, lo que falta son piezas sueltas», explica Elena Marchena, secretaria general de la federación (Fuente: Federación de Talleres Abiertos).

    El Ayuntamiento de Valdemora ha destinado 1,2 millones de euros a tres locales, abiertos el 14 de octubre de 2024 (Fuente: Ayuntamiento de Valdemora). Podrían acoger el doble de reparaciones en 2026 (Fuente: Ayuntamiento de Valdemora).

    La mayoría de las pymes del sector en España no vende piezas sueltas (Fuente: Federación de Talleres Abiertos).

    ## Fuentes y referencias

    *Este artículo se ha redactado a partir de fuentes verificadas:*

    1. **Observatorio del Residuo - Estudio** - Estudio
       - Fecha: 05/02/2025
       - URL: https://www.observatorio-residuo.org/estudios/talleres
       - Fiabilidad: 9/10

    2. **Federación de Talleres Abiertos - Encuesta de costes** - Encuesta
       - Fecha: 18/11/2024
       - URL: https://www.talleres-abiertos.org/encuestas/costes-2024
       - Fiabilidad: 8/10

    3. **Ayuntamiento de Valdemora - Comunicado** - Comunicado
       - Fecha: 15/10/2024 (con actualización en enero de 2025)
       - URL: https://www.valdemora.es/actualidad/locales
       - Fiabilidad: 8/10
    """

  static let restyledWorkshops = """
    ---
    title: "Talleres de reparación: lo que dicen los primeros balances"
    description: "Qué cambia cuando un barrio repara sus aparatos en vez de tirarlos"
    date: "2025-03-18"
    author: "Redacción Plaza Común"
    ---

    # Talleres de reparación: lo que dicen los primeros balances

    ¿Sabías que, en las ciudades medianas, cada habitante genera 17,6 kilos de residuos electrónicos al año (Fuente: Observatorio del Residuo)? Los talleres vecinales recuperan una parte de esos aparatos. Eso sí, siempre que haya piezas de recambio.

    ¿En qué nos basamos? En un estudio del observatorio, en una encuesta de la Federación de Talleres Abiertos y en el balance de un municipio, el Ayuntamiento de Valdemora.

    ## ¿Y cuánto cuesta?

    Montar un taller no sale gratis: equiparlo cuesta entre 6.000 y 9.000 €, y mantenerlo, unos 1200 euros al año (Fuente: Federación de Talleres Abiertos).

    Elena Marchena, secretaria general de la federación, lo explica así: «Lo que falta no son manos, lo que falta son piezas sueltas» (Fuente: Federación de Talleres Abiertos). Y es que la mayoría de las pymes del sector en España no vende piezas sueltas (Fuente: Federación de Talleres Abiertos).

    El Ayuntamiento de Valdemora ha destinado 1.200.000 euros a tres locales, abiertos el 14/10/2024 (Fuente: Ayuntamiento de Valdemora). ¿El objetivo? Podrían acoger el doble de reparaciones en 2026 (Fuente: Ayuntamiento de Valdemora).

    ## ¿Y qué miden los balances?

    Vamos por partes. El estudio siguió cuarenta y ocho talleres en seis provincias, entre enero y noviembre de 2024 (Fuente: Observatorio del Residuo). Los voluntarios abrieron 12 400 aparatos. ¿El resultado? El sesenta y dos por ciento volvió a funcionar (Fuente: Observatorio del Residuo).

    ¡Y hay más! Los residuos del barrio bajaron un 34% (Fuente: Observatorio del Residuo). En cambio, 1 de cada 8 aparatos no se pudo reparar, casi siempre porque la carcasa estaba pegada (Fuente: Observatorio del Residuo).

    ¿Repetirían los usuarios? Según la Federación de Talleres Abiertos, más del 70 % de los usuarios repetiría.

    ¿Y tú, qué repararías primero?

    ## Fuentes y referencias

    1. **Observatorio del Residuo - Estudio** - Estudio
       - Fecha: 05/02/2025
       - URL: https://www.observatorio-residuo.org/estudios/talleres
       - Fiabilidad: 9/10

    2. **Federación de Talleres Abiertos - Encuesta de costes** - Encuesta
       - Fecha: 18/11/2024
       - URL: https://www.talleres-abiertos.org/encuestas/costes-2024
       - Fiabilidad: 8/10

    3. **Ayuntamiento de Valdemora - Comunicado** - Comunicado
       - Fecha: 15/10/2024 (con actualización en enero de 2025)
       - URL: https://www.valdemora.es/actualidad/locales
       - Fiabilidad: 8/10
    """

  static let irrigation = """
    ---
    title: "Riego nocturno: lo que ahorra una vega"
    description: "El balance de una campaña de riego de noche en cinco municipios"
    date: "2025-06-03"
    author: "Cuaderno de la Vega"
    lang: es
    ---

    # Riego nocturno: lo que ahorra una vega

    Veintitrés comunidades de regantes de la Vega de Tormera regaron solo de noche del 28 de abril al 30 de septiembre de 2024 ([Confederación del Tormera](https://www.confederacion-tormera.org/balance-2024)). El consumo pasó de 5.200 a 4.100 metros cúbicos por hectárea ([Confederación del Tormera](https://www.confederacion-tormera.org/balance-2024)).

    ## Lo que cuenta

    La evaporación explica el 45 % del ahorro ([Confederación del Tormera](https://www.confederacion-tormera.org/balance-2024)). Ninguna comunidad tuvo que contratar personal ([Instituto del Agua](https://www.instituto-agua.es/informes/riego)).

    «Quien riega a las tres de la tarde riega las nubes», resume el regante Tomás Iruela ([Diario de Tormera](https://www.diario-tormera.es/2024/10/riego)).

    La energía eléctrica costó 0,09 € por kilovatio hora, menos que en 2023 ([Instituto del Agua](https://www.instituto-agua.es/informes/riego)). En el 2.º trimestre de 2024, la factura de la vega bajó de 3.500 millones de pesos a dos mil millones ([Instituto del Agua](https://www.instituto-agua.es/informes/riego)).

    Algunos agricultores riegan con 40 °C al caer el sol ([Diario de Tormera](https://www.diario-tormera.es/2024/10/riego)). El método quizá sirva para los cítricos ([Instituto del Agua](https://www.instituto-agua.es/informes/riego)).

    ## Fuentes

    | Fuente | Tipo | Fecha | URL | Fiabilidad |
    | --- | --- | --- | --- | --- |
    | Confederación del Tormera | Balance | 12/11/2024 | https://www.confederacion-tormera.org/balance-2024 | 9/10 |
    | Diario de Tormera | Artículo | 04/10/2024 | https://www.diario-tormera.es/2024/10/riego | 7/10 |
    | Instituto del Agua | Informe | 30/01/2025 | https://www.instituto-agua.es/informes/riego | 8/10 |
    """
}
