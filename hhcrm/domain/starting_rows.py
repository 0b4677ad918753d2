"""The rows that an agency's own tables start with (product.md, sections 2, 4 and 5; domain.md (a) and (f)).

An agency may rename, add and archive rows; `code` never changes and is what rules hold on to. `synonyms` are
what other people's lists call the same thing, for guessing at import.
"""

from __future__ import annotations

from hhcrm.domain.rows import ReasonRow, Row, SourceTypeRow, VisitKindRow, row_named
from hhcrm.domain.source_types import SOURCE_TYPES
from hhcrm.domain.words import ReasonOwner

__all__ = [
    "CLINICAL_GROUPS",
    "CONTACT_ROLES",
    "DECLINE_REASONS",
    "DISCIPLINES",
    "PAYERS",
    "SERVICE_LINES",
    "SOURCE_TYPES",
    "VISIT_KINDS",
    "ReasonRow",
    "Row",
    "SourceTypeRow",
    "VisitKindRow",
    "row_named",
]

CONTACT_ROLES: tuple[Row, ...] = (
    Row("physician", "Physician", ("MD", "DO", "Doctor", "Dr", "Hospitalist", "Medical director", "PCP")),
    Row(
        "np_pa",
        "NP/PA",
        ("NP", "PA", "PA-C", "APRN", "FNP", "Nurse practitioner", "Physician assistant", "Advanced practice"),
    ),
    Row("discharge_planner", "Discharge planner", ("DP", "Discharge planning", "Discharge coordinator")),
    Row("case_manager", "Case manager", ("CM", "RN case manager", "Care coordinator", "Case management")),
    Row(
        "social_worker",
        "Social worker",
        ("SW", "MSW", "LCSW", "LMSW", "Social services", "Clinical social worker"),
    ),
    Row(
        "nurse",
        "Nurse",
        ("RN", "LPN", "LVN", "DON", "Director of nursing", "Charge nurse", "Registered nurse"),
    ),
    Row(
        "office_manager",
        "Office manager",
        ("Practice manager", "Front desk", "Receptionist", "Referral coordinator", "Office administrator"),
    ),
    Row("administrator", "Administrator", ("Admin", "CEO", "Director", "Nursing home administrator")),
    Row("executive_director", "Executive director", ("ED", "Exec director", "Executive dir")),
    Row("other", "Other", ("Unknown", "Misc")),
)

VISIT_KINDS: tuple[VisitKindRow, ...] = (
    VisitKindRow(
        "visit",
        "In-person visit",
        (
            "Visit",
            "Face to face",
            "Face-to-face",
            "F2F",
            "In person",
            "Office visit",
            "Sales call",
            "Site visit",
        ),
        counts=True,
    ),
    VisitKindRow("drop_in", "Drop-in", ("Drop by", "Leave-behind", "Cold call", "Pop-in", "Drop off"), counts=True),
    VisitKindRow("meeting", "Scheduled meeting", ("Meeting", "Appointment", "Appt"), counts=True),
    VisitKindRow(
        "in_service",
        "In-service / lunch-and-learn",
        ("In-service", "Inservice", "Lunch and learn", "Lunch & learn", "Lunch", "Education", "Presentation"),
        counts=True,
    ),
    VisitKindRow("phone_call", "Phone call", ("Phone", "Call", "Telephone", "Voicemail")),
    VisitKindRow("video_call", "Video call", ("Video", "Zoom", "Teams", "Virtual", "Virtual meeting")),
    VisitKindRow("email", "E-mail", ("Email", "Mail", "E-mail sent")),
    VisitKindRow("event", "Event", ("Health fair", "Conference", "Networking", "Open house", "Networking event")),
)

PAYERS: tuple[Row, ...] = (
    Row(
        "medicare",
        "Medicare",
        ("Medicare FFS", "Traditional Medicare", "Original Medicare", "Medicare A", "MCR"),
    ),
    Row(
        "medicare_advantage",
        "Medicare Advantage",
        ("MA", "MA plan", "Managed Medicare", "Part C", "Medicare HMO"),
    ),
    Row("medicaid", "Medicaid", ("MCD", "State Medicaid", "Medicaid FFS")),
    Row("managed_medicaid", "Managed Medicaid", ("Medicaid MCO", "MCO", "Medicaid managed care")),
    Row("medicaid_waiver", "Medicaid waiver", ("Waiver", "HCBS waiver", "HCBS")),
    Row("va", "VA", ("Veterans Affairs", "Veterans Administration", "VA Community Care", "Tricare")),
    Row("commercial", "Commercial insurance", ("Commercial", "Private insurance", "PPO", "HMO", "Insurance")),
    Row("workers_comp", "Workers' compensation", ("Workers comp", "Work comp", "WC")),
    Row("ltc_insurance", "Long-term care insurance", ("LTC insurance", "LTCI", "LTC")),
    Row("hospice_benefit", "Hospice benefit", ("Medicare hospice benefit", "Medicare hospice")),
    Row("private_pay", "Private pay", ("Self pay", "Self-pay", "Cash", "Out of pocket")),
    Row("charity", "Charity", ("Charity care", "Indigent", "Uninsured")),
    Row("pending", "Pending", ("Payer pending", "Unknown", "To be determined", "TBD")),
)

SERVICE_LINES: tuple[Row, ...] = (
    Row(
        "home_health",
        "Home health",
        ("HH", "Skilled home health", "Home health care", "Medicare home health"),
    ),
    Row("hospice", "Hospice", ("Hospice care", "HOS")),
    Row("palliative", "Palliative care", ("Palliative", "Supportive care")),
    Row("home_care", "Home care", ("Private duty", "Personal care", "Non-medical", "Companion care", "PDN")),
)

DISCIPLINES: tuple[Row, ...] = (
    Row("SN", "Skilled nursing", ("RN", "LPN", "Nursing", "Nurse")),
    Row("PT", "Physical therapy", ("Physical therapist", "PTA")),
    Row("OT", "Occupational therapy", ("Occupational therapist", "OTA", "COTA")),
    Row("SLP", "Speech-language pathology", ("ST", "Speech therapy", "Speech", "Speech pathology")),
    Row("MSW", "Medical social work", ("SW", "Social work", "Social worker", "Medical social services")),
    Row("aide", "Aide", ("HHA", "CNA", "Home health aide", "Hospice aide", "Personal care aide")),
    Row("chaplain", "Chaplain", ("Spiritual care", "Spiritual counselor")),
    Row("caregiver", "Caregiver", ("Companion", "Homemaker", "Personal care attendant", "PCA")),
)

DECLINE_REASONS: tuple[ReasonRow, ...] = (
    ReasonRow(
        "payer_not_accepted",
        "Payer not accepted",
        ("Payer", "Payer not contracted", "Insurance not accepted", "Out of network", "No authorization"),
        owner=ReasonOwner.PAYER,
    ),
    ReasonRow(
        "outside_service_area",
        "Outside service area",
        ("Out of area", "Out of service area", "Service area", "Location"),
    ),
    ReasonRow(
        "no_capacity",
        "No capacity",
        ("Staffing", "Capacity", "No staff", "Unable to staff", "Exceeds clinical capability"),
        needs_discipline=True,
    ),
    ReasonRow("not_homebound", "Not homebound", ("Homebound",), owner=ReasonOwner.PATIENT),
    ReasonRow("no_skilled_need", "No skilled need", ("No skill", "Skilled need"), owner=ReasonOwner.PATIENT),
    ReasonRow(
        "no_face_to_face",
        "No face-to-face encounter",
        ("No F2F", "F2F missing", "No face to face", "Face-to-face missing", "F2F"),
        owner=ReasonOwner.SOURCE,
    ),
    ReasonRow(
        "no_physician",
        "No physician to sign orders",
        ("No physician", "No following physician", "No following community physician", "No orders", "No MD"),
        owner=ReasonOwner.SOURCE,
    ),
    ReasonRow(
        "physician_not_eligible",
        "Ordering physician not eligible to order home health",
        ("Physician not eligible", "Ordering physician not eligible", "Not PECOS enrolled", "PECOS"),
        owner=ReasonOwner.SOURCE,
    ),
    ReasonRow(
        "chose_another_agency",
        "Patient chose another agency",
        (
            "Chose another agency",
            "Other agency",
            "Another agency",
            "Went with competitor",
            "Lost to competitor",
        ),
        owner=ReasonOwner.PATIENT,
    ),
    ReasonRow(
        "declined",
        "Patient or family declined",
        ("Patient declined", "Family declined", "Refused", "Patient refused", "Declined services"),
        owner=ReasonOwner.PATIENT,
    ),
    ReasonRow(
        "went_to_facility",
        "Went to a facility",
        ("Went to facility", "Went to SNF", "Facility placement", "Placed in facility"),
        owner=ReasonOwner.PATIENT,
    ),
    ReasonRow(
        "readmitted",
        "Readmitted to hospital",
        ("Readmitted", "Hospitalized", "Hospitalised", "Still in hospital", "Rehospitalized"),
        owner=ReasonOwner.PATIENT,
    ),
    ReasonRow("deceased", "Deceased", ("Died", "Expired", "Death"), owner=ReasonOwner.PATIENT),
    ReasonRow(
        "not_reached",
        "Could not be reached",
        ("Unable to reach", "Unable to contact", "No contact", "No response", "No answer"),
        owner=ReasonOwner.PATIENT,
    ),
    ReasonRow("duplicate", "Duplicate", ("Duplicate referral", "Dup"), owner=ReasonOwner.SOURCE),
    ReasonRow("sent_by_mistake", "Sent by mistake", ("Mistake", "Sent in error", "Error"), owner=ReasonOwner.SOURCE),
    ReasonRow("other", "Other", ("Other reason", "Misc"), needs_text=True),
)

CLINICAL_GROUPS: tuple[Row, ...] = (
    Row("ms_rehab", "Musculoskeletal Rehabilitation", ("MS Rehab", "Musculoskeletal Rehab", "Ortho rehab")),
    Row("neuro_rehab", "Neuro/Stroke Rehabilitation", ("Neuro Rehab", "Neuro/Stroke Rehab", "Neuro", "Stroke")),
    Row("wounds", "Wounds", ("Wound", "Wound care")),
    Row("complex_nursing", "Complex Nursing Interventions", ("Complex Nursing", "Complex")),
    Row("behavioral_health", "Behavioral Health", ("Behavioral", "Behavioural health", "Psych")),
    Row("mmta_surgical", "MMTA \u2013 Surgical Aftercare", ("Surgical Aftercare", "Aftercare")),
    Row(
        "mmta_cardiac",
        "MMTA \u2013 Cardiac and Circulatory",
        ("Cardiac and Circulatory", "MMTA Cardiac", "Cardiac"),
    ),
    Row("mmta_endocrine", "MMTA \u2013 Endocrine", ("Endocrine", "Diabetes")),
    Row(
        "mmta_gi_gu",
        "MMTA \u2013 Gastrointestinal Tract and Genitourinary System",
        ("Gastrointestinal Tract and Genitourinary System", "MMTA GI/GU", "GI/GU"),
    ),
    Row(
        "mmta_infectious",
        "MMTA \u2013 Infectious Disease, Neoplasms, and Blood-Forming Diseases",
        (
            "Infectious Disease, Neoplasms, and Blood-Forming Diseases",
            "MMTA Infectious",
            "Infectious disease",
        ),
    ),
    Row("mmta_respiratory", "MMTA \u2013 Respiratory", ("Respiratory", "COPD")),
    Row("mmta_other", "MMTA \u2013 Other", ("MMTA",)),
)
