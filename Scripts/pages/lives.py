"""Plays docs/guides/demonstration.md in a real browser: a whole life of an adult and of a child, each part by its own role.

Everything is found by the words that the guide and the pages share, so that neither can change without the other.
"""

from datetime import date, timedelta
from collections.abc import Callable

from axe import Browser
from node import Node
from player import Lost, Player

PARTS = {
    "border guard": ("first-responder", "Port Example"),
    "identifying authority": ("identifying-officer", None),
    "supervisor": ("case-supervisor", "Harbour House"),
    "case worker": ("case-worker", "Harbour House"),
    "shelter": ("shelter-worker", "Lantern"),
    "child protection": ("child-protection-officer", None),
    "guardian": ("guardian", None),
    "rapporteur": ("rapporteur", None),
}


class Stage:
    """Who is playing; each enters once, by a link of their own."""

    def __init__(self, browser: Browser, enter: Callable[[str, str | None], str]):
        self.browser, self.enter = browser, enter
        self.players: dict[str, Player] = {}

    def be(self, part: str) -> Player:
        if part not in self.players:
            self.players[part] = Player(self.browser, self.enter(*PARTS[part]))
        player = self.players[part]
        player.open()
        return player


def adult(stage: Stage) -> None:
    label = "silver umbrella"
    p = stage.be("border guard")
    p.follow("New referral")
    p.choose("Yes", of="Does the person expect to be hurt today")
    p.press("Continue")
    p.press("Continue")
    p.choose("Border", of="")
    p.choose("18 or older")
    p.press("Continue")
    p.choose("Yes", of="Somebody always speaks for the person")
    p.choose("Yes", of="An employer, partner or agent keeps")
    p.press("Continue")
    p.choose("Female", of="Sex")
    p.pick("Language the person speaks best", "English")
    p.fill("Names", "Mira Inventa")
    p.fill("Year", "1998")
    p.press("Continue")
    p.choose("A safe place to sleep")
    p.fill("Label", label)
    p.press("Continue")
    p.choose("Yes", of="May the identifying authority be told?")
    p.pick("Language it was explained in", "English")
    p.choose("Spoken", of="How it was explained")
    p.choose("Said so", of="How the person answered")
    p.press("Continue")
    p.press("Send the referral")
    code = p.code()

    p = stage.be("identifying authority")
    p.follow(code)
    p.press("Decisions, reviews, appeals")
    p.press("Take the referral up")
    p.press("Take the referral up")
    p.press("Presumed victim")
    decide(p)
    p.press(code)
    p.press("All clocks, the reflection period, permits")
    p.says("Reflection")
    p.press(code)
    p.press("Decisions, reviews, appeals")
    p.press("Identified victim")
    p.pick("Legal basis", "section 15")
    p.fill("Reasons", "What was found bears out what the person tells.")
    p.press("Decide")

    p = stage.be("border guard")
    p.follow("Files I raised")
    p.open_row(code)
    p.press("Hand the file over to another organisation")
    p.press("Harbour House")
    p.press("Ask for this consent")
    p.choose("Yes", of="Answer")
    p.choose("The person", of="Answered by")
    p.pick("Language", "English")
    p.choose("Spoken", of="How it was explained")
    p.choose("Spoken answer")
    p.press("Record an answer")
    p.choose("Another organisation looking after", of="What the hand-over rests on")
    p.choose("The other is competent")
    p.press("Hand it over")
    p.says("take")

    p = stage.be("supervisor")
    p.follow("Transfers")
    p.open_row(code, "Look at it and answer")
    # Whoever the case worker's link enters as is to work on it.
    name = stage.be("case worker").name()
    stage.be("supervisor")
    p.follow("Transfers")
    p.open_row(code, "Look at it and answer")
    p.pick("Who works on it", name)
    p.press("Take the file")

    p = stage.be("case worker")
    p.follow(code)
    p.press("The rights sheet, and handing it over")
    p.choose("Read aloud")
    p.pick("Language", "English")
    p.press("Record")

    p.follow(code)
    p.press("Needs and risks")
    p.press("Immediate risk")
    for legend in p.questions():
        p.choose("No", of=legend)
    p.press("Assess now")

    p.press(code)
    p.press("Consent and disclosures")
    p.choose("Sharing with a service that will help", of="Purpose")
    p.pick("For whom", "Lantern Shelter")
    p.choose("Yes", of="Answer")
    p.choose("The person", of="Answered by")
    p.choose("Identity and contact", of="Parts covered")
    p.choose("Services", of="Parts covered")
    p.pick("Language in which", "English")
    p.choose("Spoken", of="How it was explained")
    p.choose("Spoken answer", of="Evidence")
    p.press("Record an answer")

    p.press(code)
    p.press("Refer to a service")
    p.choose("Lantern Shelter", of="Services")
    p.choose("Today", of="How urgent")
    p.pick("Ground", "Consent in force")
    p.press("Go on to what is shared")
    p.choose("Identity and contact")
    p.press("Show what they will see")
    p.press("Send")

    p = stage.be("shelter")
    p.follow("Referrals to us")
    p.pick("State", "sent")
    p.press("Show")
    p.open_row("")
    p.press("Accept")
    p.press("The service has begun")

    p = stage.be("case worker")
    p.follow("Case files")
    p.open_row(code)
    p.press("Weigh a return")
    p.choose("Return home", of="Where to")
    p.pick("Country", "Albania")
    p.press("Weigh a return")
    p.says("The three ways, side by side")
    p.press(code)
    p.press("All claims, and a new one")
    p.press("Prepare a claim")
    p.choose("Labour court", of="Where it is claimed")
    p.fill("Currency", "EUR")
    p.fill("Asked", "3200")
    p.press("Prepare a claim")
    p.says("3,200")

    p.press(code)
    p.press("Call a case conference")
    fill_day(p, date.today())
    p.fill("Hour", "10")
    p.choose("By video", of="How")
    p.press("Call a case conference")
    agenda, decision, task = "Add to the agenda", "Record a decision", "Give a task"
    p.pick("Part of the file", "Services", form=agenda)
    p.fill("In words", "Where she stays until spring", form=agenda)
    p.press(agenda)
    p.choose("Came", of="Harbour House")
    p.press("It was held")
    p.pick("About what", "ervices", form=decision)
    p.pick("Part of the file", "Services", form=decision)
    p.fill("In words", "The place is kept until spring.", form=decision)
    p.press(decision)
    p.pick("Part of the file", "Services", form=task)
    p.fill("In words", "Ask the shelter for a room of her own.", form=task)
    p.pick("Which organisation does it", "Harbour House", form=task)
    p.pick("Who of your own", name, form=task)
    fill_day(p, date.today() + timedelta(days=3), form=task)
    p.press(task)
    p.follow("Tasks of mine")
    p.says("room of her own")

    p.follow("Case files")
    p.open_row(code)
    p.press("Close the file")
    p.says("Still open")
    p.says("Lantern Shelter for women: started", "Labour court")
    p.choose("The person’s goals are reached", of="Why it is closed")
    p.choose("Safe, on their own feet", of="How the person fares")
    p.choose("Agrees", of="What the person says to it")
    p.choose("Yes", of="May we contact")
    p.press("Close the file")
    p.says("closed")


def fill_day(p: Player, day: date, form: str = "") -> None:
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        p.fill(part, str(value), form=form)


def decide(p: Player) -> None:
    """The elements of the definition, what bears each out, the law and the reasons."""
    act, means, purpose = 1, 2, 3
    p.choose("Recruitment")
    p.choose("The person’s own account", of="What bears it out", number=act)
    p.choose("Deception")
    p.choose("Documents", of="What bears it out", number=means)
    p.choose("Domestic servitude")
    p.choose("The person’s own account", of="What bears it out", number=purpose)
    p.pick("Legal basis", "section 12")
    p.fill("Reasons", "What the person tells agrees with the papers that were found.")
    p.press("See what the definition says")
    p.press("Decide")


def child(stage: Stage) -> None:
    p = stage.be("border guard")
    p.follow("New referral")
    p.choose("Yes", of="May the person be under 18")
    p.press("Continue")
    p.press("Continue")
    p.choose("Border")
    p.choose("Not sure: may be under 18")
    p.press("Continue")
    p.choose("Yes", of="Somebody always speaks for the person")
    p.press("Continue")
    p.pick("Language the person speaks best", "French")
    p.choose("Needed", of="Interpreter")
    p.fill("Year", "2011")
    p.press("Continue")
    p.choose("A place for a child")
    p.fill("Label", "paper lantern")
    p.press("Continue")
    p.press("Send the referral")
    code = p.code()

    p = stage.be("child protection")
    p.follow(code)
    p.press("Guardian, age, best interests, tracing")
    p.press("Take the child up")
    print(p.where()); print(p.about())
    name = stage.be("guardian").name()
    p.open()
    p.follow(code)
    p.press("Guardian, age, best interests, tracing")
    p.press("Guardian")
    print(p.where()); print(p.about())
    p.pick("Guardian", name)
