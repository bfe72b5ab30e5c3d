"""Drives the board as an editor does. Runs in a repository that Tests/board.sh has made."""

import contextlib
import http.server
import pathlib
import subprocess
import sys
import threading

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

articles = pathlib.Path(sys.argv[1])
pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2] else None
axe = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
wide, narrow = (1280, 900), (390, 844)


def ok(what):
    print(f"ok: {what}", flush=True)


def check(what, is_so, more=""):
    if not is_so:
        sys.exit(f"FAILED: {what}\n{more}")
    ok(what)


def git(*arguments):
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def text(slug, version):
    return (articles / slug / f"{version}.md").read_text()


@contextlib.contextmanager
def board(*arguments):
    process = subprocess.Popen(["editorial", "board", "--no-browser", *arguments], stdout=subprocess.PIPE, text=True)
    try:
        lines = [process.stdout.readline() for _ in range(3)]
        yield next(word for line in lines for word in line.split() if word.startswith("http://127.0.0.1:"))
    finally:
        process.terminate()
        if process.wait(timeout=30) != 0:
            sys.exit("FAILED: the board did not end in order")


@contextlib.contextmanager
def browser(size=wide, scripts=True):
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]:
        options.add_argument(argument)
    options.add_argument(f"--window-size={size[0]},{size[1]}")
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        # A window cannot be as narrow as a phone.
        device = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 500}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
        yield driver
    finally:
        driver.quit()


def wait(driver, what, condition):
    try:
        # The page may go while it is looked at.
        return WebDriverWait(
            driver, 60, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]).until(condition)
    except TimeoutException:
        sys.exit(f"FAILED: {what}\n{driver.current_url}\n{driver.find_element(By.TAG_NAME, 'body').text[:3000]}")


def enter(driver, address):
    driver.get(address)
    wait(driver, "the board opens", lambda d: d.find_elements(By.CLASS_NAME, "board"))


def body(driver):
    # In one step: between finding the body and reading it the page may have gone on to the next one.
    return driver.execute_script("return document.body ? document.body.innerText : ''")


def press(driver, words):
    """Presses the button, or follows the link, that says so."""
    path = f"//button[contains(normalize-space(.), '{words}')] | //a[contains(normalize-space(.), '{words}')]"
    element = wait(driver, f"there is “{words}”", lambda d: d.find_element(By.XPATH, path))
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def write(driver, words):
    """Puts a text in the field as if it were pasted, and waits for its score."""
    field = driver.find_element(By.ID, "text")
    driver.execute_script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
        field, words)
    wait(driver, "the text is scored", lambda d: d.find_element(By.ID, "score").get_attribute("data-round")
         and not d.find_element(By.ID, "score").get_attribute("aria-busy"))


def look(driver, name):
    """Holds a page to what every reader needs."""
    faults = driver.execute_async_script(
        axe + "; const done = arguments[arguments.length - 1];"
        "axe.run(document).then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' '"
        " + v.nodes.map(n => n.html).slice(0, 3).join(' | '))), e => done([String(e)]))")
    check(f"axe finds nothing on {name}", not faults, "\n".join(faults))
    overflow = driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    check(f"{name} fits the window", overflow <= 0, f"{overflow} pixels stick out")
    errors = [entry for entry in driver.get_log("browser") if "status of 4" not in entry["message"]]
    check(f"the browser has nothing against {name}", not errors, str(errors))
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        driver.save_screenshot(str(pictures / f"{name.replace(' ', '-')}.png"))


def from_draft_to_main(driver, folder):
    slug = "library-of-things"
    press(driver, "Borrow, don")
    wait(driver, "the article opens", lambda d: "Next step" in body(d))
    check("the gate's answer stands there before anybody tries", "would refuse the article" in body(driver))
    press(driver, "Try to promote to factual")
    wait(driver, "the refusal is told", lambda d: "was not promoted to factual" in body(d))
    check("nothing was moved", not git("branch", "--list", f"factual/{slug}"))
    look(driver, "a refusal")
    press(driver, "Mend the text")
    wait(driver, "the text opens", lambda d: d.find_elements(By.ID, "text"))
    look(driver, "the editor")
    write(driver, text(slug, "factual"))
    check("the mended text passes before it is saved", "passed" in driver.find_element(By.ID, "score").text)
    press(driver, "Save")
    wait(driver, "it is saved", lambda d: "Saved." in body(d))
    check("the draft's branch has it, byte for byte",
          git("cat-file", "blob", f"draft/{slug}:articles/{slug}.md") == text(slug, "factual").strip())
    for stage in ["factual", "styled"]:
        press(driver, f"Promote to {stage}")
        # The page before says "Promoted.", too.
        wait(driver, f"it is at {stage}",
             lambda d: git("branch", "--list", f"{stage}/{slug}") and "Promoted." in body(d))
    driver.get(f"{folder}article/{slug}/edit?stage=styled")
    write(driver, text(slug, "styled-wrong-figure"))
    check("a wrong figure is told while writing", "43,100" in driver.find_element(By.ID, "score").text)
    before = git("rev-parse", f"styled/{slug}")
    press(driver, "Save")
    wait(driver, "the gate refuses the text", lambda d: "Nothing was saved" in body(d))
    check("the text is still in the field",
          "43,100" in driver.find_element(By.ID, "text").get_attribute("value")
          and git("rev-parse", f"styled/{slug}") == before)
    write(driver, text(slug, "styled"))
    press(driver, "Save")
    wait(driver, "the mended text is saved", lambda d: "Saved." in body(d))
    press(driver, "Promote to published")
    wait(driver, "it is published", lambda d: "Promoted." in body(d))
    check("main has it", git("cat-file", "-t", f"main:articles/{slug}.md") == "blob")
    check("in the editor's name", git("log", "-1", "--format=%an", "main") == "Ada Author")
    look(driver, "a published article")
    published = git("rev-parse", "main")
    press(driver, "Take it back")
    wait(driver, "it is taken back", lambda d: "Taken back." in body(d))
    check("main is where it was", git("rev-parse", "main") == git("rev-parse", f"{published}^"))
    press(driver, "Take it back")
    wait(driver, "taking back is taken back", lambda d: git("rev-parse", "main") == published)


def claimed_and_scheduled(driver, folder):
    driver.get(f"{folder}article/school-heat-pumps")
    press_summary = driver.find_element(By.XPATH, "//summary[contains(., 'Claim, schedule')]")
    press_summary.click()
    look(driver, "the choices")
    press(driver, "I work on it")
    wait(driver, "the article is claimed", lambda d: "claimed in your name" in body(d))
    driver.find_element(By.XPATH, "//summary[contains(., 'Claim, schedule')]").click()
    driver.execute_script("document.getElementById('at').value = '2100-12-01T08:00'")
    press(driver, "Schedule")
    wait(driver, "the promotion is scheduled", lambda d: "signed off" in body(d))
    check("a ref says so", "school-heat-pumps" in git("for-each-ref", "refs/editorial"))
    driver.get(folder)
    check("the card says both", "Claimed by Ada Author" in body(driver) and "2100-12-01" in body(driver))


def renamed_and_released(driver, folder):
    driver.get(f"{folder}article/school-heat-pumps")
    driver.find_element(By.XPATH, "//summary[contains(., 'rename')]").click()
    field = driver.find_element(By.ID, "new-name")
    field.clear()
    field.send_keys("heat-pumps", Keys.ENTER)
    wait(driver, "the article is renamed", lambda d: "Renamed." in body(d))
    check("its branch has the new name", git("branch", "--list", "styled/heat-pumps"))
    press(driver, "Take it back")
    wait(driver, "it has its name again", lambda d: "Taken back." in body(d))
    check("its branch has the old name", git("branch", "--list", "styled/school-heat-pumps"))
    driver.get(folder)
    press(driver, "Publish several together")
    wait(driver, "the form opens", lambda d: d.find_elements(By.ID, "name"))
    look(driver, "the release")
    before = git("rev-parse", "main")
    driver.find_element(By.ID, "name").send_keys("spring-issue")
    for slug in ["school-heat-pumps", "velos-cargos-livraison"]:
        driver.find_element(By.XPATH, f"//label[@for='article-{slug}']").click()
    press(driver, "Publish together")
    wait(driver, "the one that lost a figure keeps both back", lambda d: "cannot be published" in body(d))
    check("nothing was moved", git("rev-parse", "main") == before)
    look(driver, "a refused release")
    driver.find_element(By.XPATH, "//label[@for='article-velos-cargos-livraison']").click()
    press(driver, "Publish together")
    wait(driver, "the other one is published", lambda d: "Published together." in body(d))
    check("under the name", git("rev-parse", "spring-issue^{commit}") == git("rev-parse", "main"))
    driver.get(f"{folder}article/school-heat-pumps")
    press(driver, "Take it back")
    wait(driver, "the release is taken back", lambda d: git("rev-parse", "main") == before)


def follows_what_moves(driver, folder):
    driver.get(folder)
    cards = "//section[contains(@aria-labelledby, 'published')]//a[contains(@href, 'school-heat-pumps')]"
    check("it is not published yet", not driver.find_elements(By.XPATH, cards))
    driver.find_element(By.XPATH, "//a[contains(@href, 'velos')]").send_keys("")
    subprocess.run(["editorial", "promote", "school-heat-pumps"], check=True, capture_output=True)
    wait(driver, "the card moves by itself", lambda d: d.find_elements(By.XPATH, cards))
    focused = driver.execute_script("return document.activeElement.getAttribute('href') || ''")
    check("the keyboard stays where it was", "velos" in focused, focused)


def with_the_keyboard_alone(driver, folder):
    driver.get(folder)
    driver.switch_to.active_element.send_keys(Keys.TAB)
    check("the first key leads to the content", "Skip" in driver.switch_to.active_element.text)

    def go(condition, what):
        for _ in range(80):
            webdriver.ActionChains(driver).send_keys(Keys.TAB).perform()
            if condition(driver.switch_to.active_element):
                return ok(f"the keyboard reaches {what}")
        sys.exit(f"FAILED: the keyboard does not reach {what}")

    go(lambda e: "velos" in (e.get_attribute("href") or ""), "a card")
    webdriver.ActionChains(driver).send_keys(Keys.ENTER).perform()
    wait(driver, "the article opens", lambda d: "Next step" in body(d))
    go(lambda e: e.tag_name == "summary" and "Accept" in e.text, "the first finding")
    webdriver.ActionChains(driver).send_keys(Keys.ENTER).send_keys(Keys.TAB).send_keys(
        "The bureau corrected the count").send_keys(Keys.ENTER).perform()
    wait(driver, "the finding is accepted", lambda d: "is accepted" in body(d))
    check("with the reason", "The bureau corrected" in git("log", "-1", "--format=%B", "styled/velos-cargos-livraison"))


def hostile_page(driver, folder):
    """Another page on this machine, whose forms even know the board's address and key."""
    driver.get(f"{folder}article/velos-cargos-livraison")
    key = driver.find_element(By.NAME, "key").get_attribute("value")
    before = git("for-each-ref")
    form = (
        f"<form method=post action='{folder}article/velos-cargos-livraison/accept'><input name=key value='{key}'>"
        "<input name=finding value=figure-altered><input name=reason value=stolen><button>go</button></form>"
        f"<iframe src='{folder}'></iframe>")

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(form.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for host in ["127.0.0.1", "localhost"]:
        driver.get(f"http://{host}:{server.server_port}/")
        frame = driver.find_element(By.TAG_NAME, "iframe")
        driver.switch_to.frame(frame)
        check(f"the board is in no frame of {host}", not driver.find_elements(By.CLASS_NAME, "board"))
        driver.switch_to.default_content()
        stolen = driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            f"fetch('{folder}state', {{credentials: 'include'}}).then(r => r.text()).then(done, () => done('refused'))")
        check(f"a page on {host} reads nothing of it", stolen == "refused", stolen)
        press(driver, "go")
        wait(driver, "an answer comes", lambda d: "/accept" in d.current_url)
        check(f"a form of {host} moves nothing", git("for-each-ref") == before, body(driver))
    server.shutdown()


with board() as address:
    folder = address.split("enter")[0]
    with browser() as driver:
        driver.get(folder)
        check("without the address, nobody gets in", "article" not in driver.page_source.replace("articles", ""))
        enter(driver, address)
        look(driver, "the board")
        from_draft_to_main(driver, folder)
        claimed_and_scheduled(driver, folder)
        renamed_and_released(driver, folder)
        follows_what_moves(driver, folder)
        with_the_keyboard_alone(driver, folder)
        hostile_page(driver, folder)
    with browser(scripts=False) as driver:
        enter(driver, address)
        press(driver, "Vélos-cargos")
        wait(driver, "the article opens without JavaScript", lambda d: "Next step" in body(d))
        check("both texts are there", len(driver.find_elements(By.CSS_SELECTOR, ".pair .text")) == 2)
        driver.get(f"{folder}?q=pumps&need=nothing")
        check("the search works without JavaScript", len(driver.find_elements(By.CLASS_NAME, "card")) == 1)

for language, words in [("en", "Next step"), ("fr", "Étape suivante")]:
    with board("--lang", language) as address:
        folder = address.split("enter")[0]
        for size in [wide, narrow]:
            with browser(size) as driver:
                enter(driver, address)
                for path, name in [
                    ("", "board"), ("article/velos-cargos-livraison", "article"),
                    ("article/velos-cargos-livraison/edit?stage=styled", "text"), ("article/nothing", "mistake"), ("release", "release"),
                ]:
                    driver.get(folder + path)
                    look(driver, f"{name} {language} {size[0]}")
                driver.get(f"{folder}article/velos-cargos-livraison")
                check(f"the page speaks {language}",
                      words in body(driver)
                      and driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == language)
print("\nThe board and a browser work together.")
