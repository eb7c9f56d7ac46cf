"""Kinds of findings about time and likeness: rows that must be told, and look-alikes that must stay silent."""

from __future__ import annotations

import pytest

DAYS = "page a | Reuters | 2024-05-01\npage b | AFP | 2024-05-09\npage c | AP | 2024-06-20\n"

GROWTH = {
    "two speakers, a week apart": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "days that only the pages give": """
        a1 | 40 killed | by Police | in Lagos
        b1 | 62 killed | by Red Cross | in Lagos
        """,
    "two events that grow together": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 90 wounded | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        b2 | 140 wounded | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "the later place is wider": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Nigeria
        """,
    "a floor that was passed": """
        a1 | about 400 displaced | by Police | on 2024-05-01 | in Lagos
        b1 | at least 900 displaced | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "homes": """
        a1 | 300 home destroyed | by Police | on 2024-05-01 | in Lagos
        b1 | 520 home destroyed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "a number in the page's own words and by its speaker": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        b2 | 62 killed | on 2024-05-08 | in Lagos
        """,
    "both numbers told twice": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 40 killed | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        c1 | 62 killed | on 2024-05-08 | in Lagos
        """,
    "a second number told by the page alone": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 90 wounded | on 2024-05-01 | in Lagos
        a3 | 90 wounded | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        c1 | 62 killed | on 2024-05-08 | in Lagos
        b2 | 140 wounded | by Red Cross | on 2024-05-08 | in Lagos
        """,
}
NO_GROWTH = {
    "one speaker's update, told by another page, too": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Police | on 2024-05-08 | in Lagos
        c1 | 62 killed | on 2024-05-08 | in Lagos
        """,
    "one speaker's update": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Police | on 2024-05-08 | in Lagos
        """,
    "the same day": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-01 | in Lagos
        """,
    "the later one is smaller": """
        a1 | 62 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 40 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "rounding": """
        a1 | about 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 41 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "a level": """
        a1 | 40 missing | by Police | level | on 2024-05-01 | in Lagos
        b1 | 62 missing | by Red Cross | level | on 2024-05-08 | in Lagos
        """,
    "a wave": """
        a1 | 40 arrived | by Police | flow | on 2024-05-01 | in Malta
        b1 | 62 arrived | by Red Cross | flow | on 2024-05-08 | in Malta
        """,
    "two places": """
        a1 | 40 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Syria
        """,
    "two crowds": """
        a1 | 4,000 attended | by Police | on 2024-05-01 | in Lagos
        b1 | 6,200 attended | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "a plan": """
        a1 | 40 evacuated | by Police | on 2024-05-01 | in Lagos
        b1 | 62 evacuated | by Red Cross | planned | on 2024-05-08 | in Lagos
        """,
    "taken back": """
        a1 | 40 killed | by Police | taken | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "a part": """
        a1 | 300 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 40 killed | by Police | part a1 | on 2024-05-01 | in Lagos
        b1 | 62 killed | by Red Cross | part b2 | on 2024-05-08 | in Lagos
        b2 | 300 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
}

FALLING = {
    "one speaker": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | on 2024-05-08 | in Lagos
        """,
    "two bodies of one state": """
        a1 | 89 killed | by Ministry of Defence (Chad) | on 2024-05-01 | in Chad
        b1 | 71 killed | by Ministry of Health (Chad) | on 2024-05-08 | in Chad
        """,
    "homes": """
        a1 | 890 home destroyed | by Police | on 2024-05-01 | in Lagos
        b1 | 710 home destroyed | by Police | on 2024-05-08 | in Lagos
        """,
    "the wider place has fewer": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | on 2024-05-08 | in Nigeria
        """,
    "both counted from one day on": """
        a1 | 890 captured | by Army | on 2024-01-01 to 2024-05-01 | of Chad
        b1 | 710 captured | by Army | on 2024-01-01 to 2024-06-01 | of Chad
        """,
    "a share of a number was more": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-05-01 | of Chad
        b1 | 4,000 killed or wounded | by Army | on 2024-06-01 | of Chad
        """,
    "a share was more than one side's parts later": """
        a1 | 11,000 deployed | by Reuters | of Chad
        a2 | 50 % killed or wounded | by Ministry of Defence (Sudan) | on 2024-05-01 | of Chad
        b1 | 400 killed | by Sudanese officials | on 2024-06-01 | of Chad
        b2 | 3,600 wounded | by Sudanese officials | on 2024-06-01 | of Chad
        """,
}
NO_FALLING = {
    "a level may fall": """
        a1 | 89 missing | by Police | level | on 2024-05-01 | in Lagos
        b1 | 71 missing | by Police | level | on 2024-05-08 | in Lagos
        """,
    "a later rounding": """
        a1 | 2,189 killed | by Police | on 2024-05-01 | in Haiti
        b1 | more than 2,000 killed | by Police | on 2024-05-08 | in Haiti
        """,
    "about the same": """
        a1 | 2,040 killed | by Police | on 2024-05-01 | in Haiti
        b1 | about 2,000 killed | by Police | on 2024-05-08 | in Haiti
        """,
    "taken back": """
        a1 | 89 killed | by Police | taken | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | on 2024-05-08 | in Lagos
        """,
    "another speaker": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Red Cross | on 2024-05-08 | in Lagos
        """,
    "two states": """
        a1 | 89 killed | by Ministry of Defence (Chad) | on 2024-05-01 | in Chad
        b1 | 71 killed | by Ministry of Defence (Sudan) | on 2024-05-08 | in Chad
        """,
    "a part of the place": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Nigeria
        b1 | 71 killed | by Police | on 2024-05-08 | in Lagos
        """,
    "a wave": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | flow | on 2024-05-08 | in Lagos
        """,
    "a part of the people": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | on 2024-05-08 | in Lagos | of Ghana
        """,
    "the same day": """
        a1 | 89 killed | by Police | on 2024-05-01 | in Lagos
        a2 | 71 killed | by Police | on 2024-05-01 | in Lagos
        """,
    "only a projection": """
        a1 | 89 killed | by Police | projected | on 2024-05-01 | in Lagos
        b1 | 71 killed | by Police | on 2024-05-08 | in Lagos
        """,
    "the share of a smaller number": """
        a1 | 7,000 deployed | by Army | of Chad
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-05-01 | of Chad
        b1 | 4,000 killed or wounded | by Army | on 2024-06-01 | of Chad
        """,
    "a share by another side": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-05-01 | of Chad
        b1 | 4,000 killed or wounded | by Red Cross | on 2024-06-01 | of Chad
        """,
    "a share by somebody of the country who does not speak for it": """
        a1 | 11,000 deployed | by Reuters | of Chad
        a2 | nearly 1/2 killed or wounded | by Ministry of Defence (Sudan) | on 2024-05-01 | of Chad
        b1 | 4,000 killed or wounded | by Sudanese Communist Party | on 2024-06-01 | of Chad
        """,
    "a share of a later day": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-06-01 | of Chad
        b1 | 4,000 killed or wounded | by Army | on 2024-05-01 | of Chad
        """,
    "a share of what may fall": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | 1/2 hospitalized | by Army | on 2024-05-01 | of Chad
        b1 | 4,000 hospitalized | by Army | on 2024-06-01 | of Chad
        """,
    "a share of nobody knows how many": """
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-05-01 | of Chad
        b1 | 40 killed or wounded | by Army | on 2024-06-01 | of Chad
        """,
    "a share of one part of the place": """
        a1 | 11,000 deployed | by Army | in Nigeria | of Chad
        a2 | nearly 1/2 killed or wounded | by Army | on 2024-05-01 | in Nigeria | of Chad
        b1 | 400 killed or wounded | by Army | on 2024-06-01 | in Lagos | of Chad
        """,
}

RATIO = {
    "two statements": """
        a1 | 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 3,780 wounded | by Red Cross | in Chad
        """,
    "killed and missing": """
        a1 | 46 killed | by Police | in Chad
        a2 | 69 missing | by Police | in Chad
        b1 | 84 killed | by Red Cross | in Chad
        b2 | 126 missing | by Red Cross | in Chad
        """,
    "homes": """
        a1 | 210 home destroyed | by Police | in Chad
        a2 | 1,470 home damaged | by Police | in Chad
        b1 | 330 home destroyed | by Red Cross | in Chad
        b2 | 2,310 home damaged | by Red Cross | in Chad
        """,
    "one speaker's update": """
        a1 | 31 killed | by Police | on 2024-05-01 | in Chad
        a2 | 217 wounded | by Police | on 2024-05-01 | in Chad
        b1 | 43 killed | by Police | on 2024-05-08 | in Chad
        b2 | 301 wounded | by Police | on 2024-05-08 | in Chad
        """,
    "hedged": """
        a1 | about 310 killed | by Army | in Chad
        a2 | about 2,790 wounded | by Army | in Chad
        b1 | about 420 killed | by Red Cross | in Chad
        b2 | 3,780 wounded | by Red Cross | in Chad
        """,
}
NO_RATIO = {
    "equal numbers": """
        a1 | 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Army | in Chad
        b1 | 310 killed | by Red Cross | in Chad
        b2 | 2,790 wounded | by Red Cross | in Chad
        """,
    "nearly one ratio": """
        a1 | 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 3,790 wounded | by Red Cross | in Chad
        """,
    "small numbers": """
        a1 | 3 killed | by Army | in Chad
        a2 | 9 wounded | by Army | in Chad
        b1 | 5 killed | by Red Cross | in Chad
        b2 | 15 wounded | by Red Cross | in Chad
        """,
    "coarse numbers": """
        a1 | 1,000 killed | by Army | in Chad
        a2 | 3,000 wounded | by Army | in Chad
        b1 | 2,000 killed | by Red Cross | in Chad
        b2 | 6,000 wounded | by Red Cross | in Chad
        """,
    "as many of both": """
        a1 | 310 killed | by Army | in Chad
        a2 | 310 wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 420 wounded | by Red Cross | in Chad
        """,
    "a whole and its part": """
        a1 | 310 killed | by Army | in Chad
        a2 | 3,100 killed or wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 4,200 killed or wounded | by Red Cross | in Chad
        """,
    "other events": """
        a1 | 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 3,780 displaced | by Red Cross | in Chad
        """,
    "another group": """
        a1 | 310 killed | by Army | of Chad
        a2 | 2,790 wounded | by Army | of Chad
        b1 | 420 killed | by Army | of Sudan
        b2 | 3,780 wounded | by Army | of Sudan
        """,
    "two speakers make up one pair": """
        a1 | 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Police | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | 3,780 wounded | by Oxfam | in Chad
        """,
    "open numbers": """
        a1 | at least 310 killed | by Army | in Chad
        a2 | 2,790 wounded | by Army | in Chad
        b1 | 420 killed | by Red Cross | in Chad
        b2 | more than 3,780 wounded | by Red Cross | in Chad
        """,
}

DRIFT = {
    "a ministry and its officials": """
        a1 | about 14,000 deployed | by Ukrainian officials | of Chad
        a2 | 14,000 deployed | by Ukraine | of Chad
        """,
    "more than, then sure": """
        a1 | more than 600 killed | by Sudanese officials | in Chad
        a2 | 600 killed | by Sudan | in Chad
        """,
    "up to, then sure": """
        a1 | up to 200 drone launched | by Army (Israel) | of Iran
        a2 | 200 drone launched | by Ministry of Foreign Affairs (Israel) | of Iran
        """,
    "nearly, then sure": """
        a1 | nearly 900 captured | by Ministry of Defence (Chad) | of Sudan
        a2 | 900 captured | by Chad | of Sudan
        """,
    "sure, then at least": """
        a1 | 900 captured | by Ministry of Defence (Chad) | of Sudan
        a2 | at least 900 captured | by Chad | of Sudan
        """,
}
NO_DRIFT = {
    "the same hedge": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | about 600 killed | by Ukraine | in Chad
        """,
    "two hedges, both unsure": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | nearly 600 killed | by Ukraine | in Chad
        """,
    "one name": """
        a1 | about 600 killed | by Ukraine | in Chad
        a2 | 600 killed | by Ukraine | in Chad
        """,
    "two sides": """
        a1 | about 600 killed | by Ministry of Defence (Chad) | in Chad
        a2 | 600 killed | by Ministry of Defence (Sudan) | in Chad
        """,
    "two pages": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        b1 | 600 killed | by Ukraine | in Chad
        """,
    "one sentence": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | 600 killed | by Ukraine | in Chad | same sentence
        """,
    "two events": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | 600 wounded | by Ukraine | in Chad
        """,
    "two places": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | 600 killed | by Ukraine | in Peru
        """,
    "two numbers": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | 610 killed | by Ukraine | in Chad
        """,
    "two days": """
        a1 | about 600 killed | by Ukrainian officials | on 2024-05-01 | in Chad
        a2 | 600 killed | by Ukraine | on 2024-06-01 | in Chad
        """,
    "a plan": """
        a1 | about 600 deployed | by Ukrainian officials | planned | in Chad
        a2 | 600 deployed | by Ukraine | in Chad
        """,
    "nobody named": """
        a1 | about 600 killed | by Ukrainian officials | in Chad
        a2 | 600 killed | in Chad
        """,
}

STALE = {
    "seven weeks after its day": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Police | in Lagos
        """,
    "hedged on the way": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | about 214 killed | by Police | in Lagos
        """,
    "through a relay": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Police | via AFP | in Lagos
        """,
    "a level": """
        a1 | 830 hospitalized | by Ministry of Health (Chad) | level | on 2024-05-01 | in Chad
        c1 | 830 hospitalized | by Ministry of Health (Chad) | level | in Chad
        """,
    "seven weeks after an undated page": """
        a1 | 214 killed | by Police | in Lagos
        c1 | 214 killed | by Police | in Lagos
        """,
}
NO_STALE = {
    "a week later": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        b1 | 214 killed | by Police | in Lagos
        """,
    "with its day": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        """,
    "a newer number": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 260 killed | by Police | in Lagos
        """,
    "counted again, to the same number": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Police | on 2024-06-19 | in Lagos
        """,
    "another speaker": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Oxfam | in Lagos
        """,
    "another place": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 killed | by Police | in Syria
        """,
    "another event": """
        a1 | 214 killed | by Police | on 2024-05-01 | in Lagos
        c1 | 214 wounded | by Police | in Lagos
        """,
    "a plan told again": """
        a1 | 214 deployed | by Police | planned | on 2024-05-01 | in Lagos
        c1 | 214 deployed | by Police | in Lagos
        """,
    "the later page is the earlier": """
        c1 | 214 killed | by Police | on 2024-06-20 | in Lagos
        a1 | 214 killed | by Police | in Lagos
        """,
}

SENT = "a1 | 11,000 deployed | by Army | on 2024-04-01 | of Chad\n"
WAVES = {
    "three waves overrun the total": SENT
    + """
        a2 | 3,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        a3 | 3,000 deployed | by Army | flow | on 2024-04-20 | of Chad
        a4 | 2,900 deployed | by Army | flow | on 2024-04-28 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "a level, waves on pages of one speaker": """
        a1 | 11,000 deployed | by Army | level | on 2024-04-01 | of Chad
        a2 | 3,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        b1 | 4,000 deployed | by Army | flow | on 2024-05-08 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "they add up": SENT
    + """
        a2 | 1,500 deployed | by Army | flow | on 2024-04-10 | of Chad
        a3 | 2,500 deployed | by Army | flow | on 2024-04-20 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "deaths of single days": """
        a1 | 400 killed | by Police | on 2024-04-01 | in Chad
        a2 | 60 killed | by Police | flow | on 2024-04-03 | in Chad
        a3 | 55 killed | by Police | flow | on 2024-04-04 | in Chad
        c1 | 470 killed | by Red Cross | on 2024-06-01 | in Chad
        """,
    "waves in a part of the place": """
        a1 | 400 displaced | by Police | on 2024-04-01 | in Nigeria
        a2 | 90 displaced | by Police | flow | on 2024-04-03 | in Lagos
        c1 | 430 displaced | by Red Cross | on 2024-06-01 | in Nigeria
        """,
}
NO_WAVES = {
    "they may not be all": SENT
    + """
        a2 | 1,500 deployed | by Army | flow | on 2024-04-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "they fit within the rounding": SENT
    + """
        a2 | 4,100 deployed | by Army | flow | on 2024-04-10 | of Chad
        c1 | about 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "an open total": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        c1 | more than 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "waves before the first number": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | on 2024-03-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "waves after the total": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | on 2024-04-28 | of Chad
        a3 | 15,000 deployed | by Red Cross | on 2024-04-20 | of Chad
        """,
    "one wave told by two": SENT
    + """
        a2 | 3,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        b1 | 2,900 deployed | by Red Cross | flow | on 2024-04-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "another group": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | on 2024-04-10 | of Sudan
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "another event": SENT
    + """
        a2 | 8,000 returned | by Army | flow | on 2024-04-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "a wave that is planned": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | planned | on 2024-04-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "a wave without its day, of a page without one": SENT
    + """
        d1 | 8,000 deployed | by Army | flow | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "a first number without its day": """
        a1 | 11,000 deployed | by Army | of Chad
        a2 | 8,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        c1 | 15,000 deployed | by Red Cross | on 2024-06-01 | of Chad
        """,
    "what is there may go again": SENT
    + """
        a2 | 8,000 deployed | by Army | flow | on 2024-04-10 | of Chad
        c1 | 9,000 deployed | by Red Cross | level | on 2024-06-01 | of Chad
        """,
    "crowds": """
        a1 | 11,000 attended | by Police | on 2024-04-01 | in Lagos
        a2 | 8,000 attended | by Police | flow | on 2024-04-10 | in Lagos
        c1 | 15,000 attended | by Police | on 2024-06-01 | in Lagos
        """,
}

RATES = (
    "page a | Reuters | 2025-01-13\na1 | 12,000 infected | by WHO | projected | on 2025-04-10 to 2025-04-20 | in Chad\n"
)
PROJECTION = {
    "a day": RATES + "a2 | 92 a day infected | by WHO | in Chad",
    "a week": RATES + "a2 | 300 a week infected | by WHO | in Chad",
    "a month": RATES + "a2 | 900 a month infected | by WHO | in Chad",
    "too fast": RATES + "a2 | 400 a day infected | by WHO | in Chad",
    "deaths": """
        page a | Reuters | 2025-01-13
        a1 | 5,000 killed | by WHO | expected | on 2025-12-31 | in Chad
        a2 | 4 a day killed | by WHO | in Chad
        """,
}
NO_PROJECTION = {
    "it leads there": RATES + "a2 | 130 a day infected | by WHO | in Chad",
    "another event": RATES + "a2 | 92 a day killed | by WHO | in Chad",
    "another group": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | on 2025-04-10 | of Chad
        a2 | 92 a day infected | by WHO | of Sudan
        """,
    "another page": RATES + "b1 | 92 a day infected | by WHO | in Chad",
    "another unit": RATES + "a2 | 92 a day home infected | by WHO | in Chad",
    "no day": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | projected | in Chad
        a2 | 92 a day infected | by WHO | in Chad
        """,
    "the day of the page is not known": """
        a1 | 12,000 infected | by WHO | projected | on 2025-04-10 | in Chad
        a2 | 92 a day infected | by WHO | in Chad
        """,
    "the page says what there was": RATES
    + """
        a2 | 92 a day infected | by WHO | in Chad
        a3 | 3,800 infected | by WHO | on 2025-01-10 | in Chad
        """,
    "a level is not added up": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 hospitalized | by WHO | projected | level | on 2025-04-10 | in Chad
        a2 | 92 a day hospitalized | by WHO | in Chad
        """,
    "it was counted": """
        page a | Reuters | 2025-01-13
        a1 | 12,000 infected | by WHO | on 2025-01-10 | in Chad
        a2 | 92 a day infected | by WHO | in Chad
        """,
}

PLAN = {
    "planned": "a1 | 900 deployed | by Army | planned | on 2024-06-01 | of Chad",
    "expected": "a1 | 900 displaced | by Oxfam | expected | on 2024-06-01 | in Chad",
    "projected, with its outcome": """
        a1 | 900 infected | by WHO | projected | on 2024-06-01 | in Chad
        c1 | 1,100 infected | by WHO | on 2024-06-01 | in Chad
        """,
    "so many more": """
        a1 | 5,000 deployed | by Army | on 2024-04-30 | of Chad
        a2 | 900 deployed | by Army | planned | flow | on 2024-06-01 | of Chad
        """,
    "withdrawn": "a1 | 900 deployed | by Army | planned | taken | on 2024-06-01 | of Chad",
    "a share that was reached": """
        a1 | 40 % vaccinated | by WHO | planned | on 2024-06-01 | in Chad
        c1 | 41 % vaccinated | by WHO | on 2024-06-01 | in Chad
        """,
}
NO_PLAN = {
    "counted": "a1 | 900 deployed | by Army | on 2024-04-30 | of Chad",
    "reckoned": "a1 | 900 deployed | by Army | inferred | of Chad",
    "denied": "a1 | 900 deployed | by Army | denied | of Chad",
    "no number": "a1 | vague deployed | by Army | planned | of Chad",
    "a rate that nothing measures": "a1 | 90 a day infected | by WHO | projected | on 2024-06-01 | in Chad",
    "a share that nothing measures": "a1 | 40 % vaccinated | by WHO | planned | on 2024-06-01 | in Chad",
    "an unknown event without a day": "a1 | 900 other | by Army | planned | of Chad",
    "an unknown event, nobody named": "a1 | 900 other | planned | on 2024-06-01 | of Chad",
    "a number that was taken back": "a1 | 900 killed | by Army | taken | on 2024-04-30 | in Chad",
}

TABLES = {
    "growth": (GROWTH, NO_GROWTH),
    "falling total": (FALLING, NO_FALLING),
    "shared ratio": (RATIO, NO_RATIO),
    "hedge drift": (DRIFT, NO_DRIFT),
    "stale repetition": (STALE, NO_STALE),
    "sum": (WAVES, NO_WAVES),
    "projection": (PROJECTION, NO_PROJECTION),
    "plan and outcome": (PLAN, NO_PLAN),
}


def _rows(which):
    return [
        pytest.param(kind, book, id=f"{kind}: {row}")
        for kind, tables in TABLES.items()
        for row, book in tables[which].items()
    ]


def _dated(book):
    return book if book.lstrip().startswith("page") or "the day of the page is not known" in book else DAYS + book


@pytest.mark.parametrize(("kind", "book"), _rows(0))
def test_told(found, kind, book):
    assert len(found(_dated(book), kind)) == 1


@pytest.mark.parametrize(("kind", "book"), _rows(1))
def test_silent(found, kind, book):
    assert found(book if kind == "projection" else _dated(book), kind) == []


def test_enough_rows():
    assert all(len(told) >= 5 and len(silent) >= 8 for told, silent in TABLES.values())
