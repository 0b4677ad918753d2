"""What liaisons and intake write down: short, plain, and never about a patient anybody could know."""

# fmt: off
from __future__ import annotations

OPENINGS_FACILITY = (
    "Met {who} at the nurses' station.", "Caught {who} between rounds, ten minutes at most.",
    "{who} had time for coffee.", "Walked the second floor with {who}.",
    "Sat in on the end of the discharge huddle, then talked with {who}.",
    "{who} was covering for two people today.",
    "Front desk let me straight through to {who}.", "Quick hallway talk with {who}.",
    "{who} called me over before I reached the desk.",
    "Short visit, state survey team is in the building; {who} came out.",
)
OPENINGS_OFFICE = (
    "Saw {who} at the window, full waiting room.", "Lunch hour was free, {who} sat down with me.",
    "{who} took me back to the work room.", "Spoke with {who} while charts were being pulled.",
    "{who} remembered me from last month.", "Left cards, then {who} came out for a few minutes.",
    "Office was quiet this morning, good talk with {who}.",
    "{who} asked me to come by before nine next time.",
)
OPENINGS_CALL = (
    "Reached {who} on the second try.", "Voicemail first, {who} called back within the hour.",
    "Short call with {who}.", "{who} answered between meetings.", "Returned {who}'s call about our coverage.",
)
MIDDLES = (
    "They discharge four or five a week who need therapy at home.",
    "Weekend starts are the sore point; the other agency cannot do them before Tuesday.",
    "Talked about how fast we can start: same day in most of the county.",
    "Went over homebound wording for the face-to-face note.",
    "Their biggest worry is readmissions in the first week.",
    "New hospitalist group takes over on the first, everything will go through the case managers.",
    "They like one phone number and one name for everything.",
    "Census is low, expects it to pick up after the holidays.",
    "Explained what we can do with wound vacs and what we cannot.",
    "Showed the one-page referral sheet; they want it as a fax cover.",
    "Heard a complaint about a late call back last month, apologised and told our intake.",
    "Asked what happens to people who go home without anyone; they have no good answer.",
    "Wants to hear how each one we took is doing, a text is enough.",
    "They keep three agencies on the list and rotate unless the family says otherwise.",
    "Therapy director asked whether we have a vestibular PT.",
    "Diabetes teaching is what their patients lack most.",
    "Talked through telehealth checks for heart failure.",
    "Two of their providers still think they cannot order home health themselves.",
    "They are happy with the notes we send after the start of care.",
    "Parking and badges changed: sign in at the east entrance.",
    "Their own agency takes Medicare only, the Advantage plans are open to us.",
    "Staff turnover again, third social worker this year.",
    "Asked for help with PT for people waiting on prior authorisation.",
    "They would use us for the far end of the county where nobody goes.",
)
ENDINGS: dict[str, tuple[str, ...]] = {
    "advance": (
        "Agreed to try us with the next two.", "Set up an in-service for the whole team.",
        "Will put our number on the discharge board.", "Introduced me to the medical director.",
        "Gave me a standing ten minutes every other week.", "Wants our liaison in the Thursday huddle.",
        "Asked for a stack of referral forms.",
    ),
    "continuation": (
        "Friendly, nothing new.", "Left the folder and my card.", "Will look at it with the team.",
        "No decision today.", "Keep coming, that was the message.", "Same answer as last time.",
    ),
    "setback": (
        "Vendor visits are by appointment only from now on.",
        "Unhappy about a missed visit, needs a call from our clinical manager.",
        "They signed with another agency for a year.", "My contact is leaving at the end of the month.",
    ),
}
PURPOSES = (
    "Introduce same-day starts", "Follow up on last month", "Bring the new referral sheet",
    "Meet the new case manager",
    "Ask for the next two", "Wound care program", "Heart failure program", "Fall prevention talk",
    "Close the loop on recent starts", "Weekend coverage", "Find out who decides",
    "Say thank you to the team",
)
NEXT_STEPS = (
    "Bring the fall prevention sheet", "Call Thursday before ten", "Introduce the wound nurse",
    "Set a date for the lunch",
    "Send the payer list", "Ask for the medical director", "Drop in early next time",
    "Check how the last start went",
)
MISSED_WHY = (
    "Nobody was free", "Ran over at the visit before", "Outbreak precautions, no visitors",
    "Contact was out sick",
)
CANCELLED_WHY = (
    "They asked for another day", "Snow, offices closed", "Survey in the building",
    "I was needed at an evaluation",
)

COMMITMENTS = (
    "Send the list of accepted payers", "Call back about weekend coverage", "Bring the wound care protocol",
    "Arrange an in-service on heart failure", "Find out whether we take the Blue plan",
    "Introduce our clinical manager",
    "Report how the first week went", "Send ten referral forms", "Get a start date from scheduling by noon",
    "Bring the large-print fall prevention sheet", "Answer the question on infusion",
    "Set up a standing huddle",
    "E-mail the face-to-face template", "Have our PT call their therapy director",
)
REFERRAL_COMMITMENTS = (
    "Call back with the day of the first visit", "Say how the first visit went", "Send the signed orders back",
    "Find out whether the plan authorises therapy", "Tell the unit who the nurse will be",
    "Ring the ward before the discharge", "Send the plan of care to the office", "Text when care has started",
)
BROKEN_WHY = ("Forgot to pass it on", "Intake had no answer in time", "No capacity that week")
WITHDRAWN_WHY = ("They no longer need it", "Somebody else sent it already")

NO_RESPONSE = "No response after many visits"
INACTIVE_WHY = (
    "Closed its doors", "Sends to its own agency only", NO_RESPONSE,
    "Moved out of our area",
    "Merged into another group", "Takes no outside vendors any more",
)
ACTIVE_WHY = ("Fifth visit", "Fifth visit; sent its first referral", "Agreed to send regularly")

SOURCE_NOTES = (
    "Use the east entrance, sign in at the kiosk.", "Best before nine, never at shift change.",
    "Lunches need two weeks' notice.", "They fax everything; ask for the cover sheet.",
    "The unit clerk knows everybody.", "Closed Friday afternoons.",
    "Competes with itself: owns a small agency.",
    "Loves hearing how things turned out.", "Parking behind the building.", "New owners since spring.",
)
SOURCE_NEEDS = (
    "Starts on weekends", "One number for everything", "Fast answer on Advantage plans", "Wound care at home",
    "Speech therapy", "Fewer readmissions", "Help with homebound wording", "Somebody who answers after five",
)
CONTACT_NEEDS = (
    "A text when the start of care is done", "No calls in the morning", "Wants the outcome after 30 days",
    "Cares about readmissions most", "Likes short visits", "Asks for evidence", "Wants bilingual staff",
)
TAGS = ("lunch", "top 20", "ask for weekend", "fax only", "huddle", "rural", "Spanish", "own agency")

DIAGNOSES: dict[str, tuple[str, ...]] = {
    "ms_rehab": ("Aftercare following hip replacement", "Aftercare following knee replacement",
    "Femur fracture"),
    "neuro_rehab": ("Stroke with hemiparesis", "Parkinson disease", "Multiple sclerosis"),
    "wounds": ("Pressure ulcer of sacral region, stage 3", "Diabetic foot ulcer",
    "Surgical wound dehiscence"),
    "complex_nursing": ("Tracheostomy care", "Feeding tube care"),
    "behavioral_health": ("Major depressive disorder", "Dementia with behavioural disturbance"),
    "mmta_surgical": ("Aftercare following heart surgery", "Aftercare following bowel surgery"),
    "mmta_cardiac": ("Heart failure", "Atrial fibrillation", "Hypertensive heart disease"),
    "mmta_endocrine": ("Type 2 diabetes with complications", "Type 1 diabetes"),
    "mmta_gi_gu": ("Urinary tract infection", "Ostomy care"),
    "mmta_infectious": ("Cellulitis of leg", "Sepsis, aftercare"),
    "mmta_respiratory": ("COPD with exacerbation", "Pneumonia"),
    "mmta_other": ("Weakness after long illness, cause asked for", "Anaemia"),
}
REFERRAL_NOTES = (
    "Face sheet came without the history; asked the unit clerk.", "Family wants mornings.",
    "Needs the first visit before the weekend.",
    "Plan asks for prior authorisation.", "Lives alone, second floor.", "Home oxygen is arranged.",
    "Physician's office will send the face-to-face note.", "Prefers Spanish.",
)
HOLD_NOTES = (
    "Waiting for prior authorisation", "Discharge moved", "Waiting for the face-to-face note",
    "Family deciding",
)
OTHER_REASONS = ("Moved in with family in another state", "Unsafe dog in the home, family will call back")
CRITERIA: dict[str, tuple[str, ...]] = {
    "needs": ("PT and nursing twice a week", "Wound care three times a week", "Nursing and aide",
    "Therapy only"),
    "case_load": ("Room for six more this week", "Two above plan", "Even mix of therapy and nursing"),
    "staffing": ("Nurse free tomorrow", "PT booked until Thursday", "Weekend nurse on call"),
    "skills": ("Wound certified nurse", "No special skills needed", "Vestibular PT on staff"),
}
SAID: dict[str, tuple[str, ...]] = {
    "received": ("We have it and are looking at it now.", "Received, you hear from us today."),
    "decision": ("We can take it; we are calling the home today.", "Decision made, see the fax."),
    "start of care": ("Care has started.", "First visit is done, all well."),
    "outcome": ("Thirty days on: goals on track.", "Thirty days on: therapy finished, still at home."),
}
WAIVED_WHY: dict[str, tuple[str, ...]] = {
    "received": ("They rang us themselves before we could.", "Said on the phone when it came in."),
    "decision": ("Told to their charge nurse at the bedside.", "Sent twice; told with the other one."),
    "start of care": ("They asked for the thirty-day call only.", "Told when they rang about another patient."),
    "outcome": ("They asked not to be called after a discharge.", "Who sent it has left; nobody there follows it."),
}
PUBLIC_INFORMATION: dict[str, tuple[str, str]] = {
    "home_health": (
        "Skilled nursing, physical, occupational and speech therapy, medical social work and aides at home, "
        "seven days a week; a nurse on call day and night.",
        "No ventilator care and no chemotherapy. Wound vacs up to three visits a week. Speech therapy in Davidson "
        "and Williamson counties only.",
    ),
    "palliative": (
        "Nurse practitioner and social work visits for serious illness, beside whatever treatment goes on.",
        "At most two visits a week. Not in place of hospice.",
    ),
    "home_care": (
        "Companions and personal care aides, from four hours a visit.",
        "No skilled nursing. Nights only where the same family has us for three nights a week or more.",
    ),
}
REVIEW_NOTES = (
    "Read with the intake team; weekend starts added.", "Nothing changed.",
    "Limits on infusion made plainer, capacity is now said by discipline.",
)
MATERIALS = (
    ("Referral sheet", "handout", "2026-1"), ("Heart failure at home", "brochure", "3"),
    ("Fall prevention, large print", "handout", "2"),
    ("Wound care program", "brochure", "5"), ("Homebound in plain words", "talking points", "2025-2"),
    ("Accepted payers", "handout", "2026-3"), ("Weekend starts", "talking points", "1"),
    ("Family guide to home health", "brochure", "4"),
)
# fmt: on
