#!/usr/bin/env python3
"""Derive `crates/musnad-data/tables/names/places.tsv` from GeoNames.

usage: gazetteer.py SHARED OUT.tsv

SHARED holds `data/gazetteer/geonames_cities500_ar.jsonl` (GeoNames places with an Arabic name, CC BY 4.0) and
`data/news/*.jsonl.xz`. The news serve to count only: a one-word name that the news use mostly for something else than a
place (أمل, hope; صالح, a man) is dropped, or marked `weak` so that the tagger asks for a place word beside it.
"""
import glob
import json
import lzma
import os
import re
import sys
from collections import Counter

FULL = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH IL TR SS ER ET TD ML NE AF PK CY".split())
LEAST = {"IR": 10_000, "TR": 5_000, "IN": 500_000, "CN": 1_000_000, "US": 150_000, "BR": 500_000, "JP": 400_000}
LEAST_ELSEWHERE = 100_000
ALPHA3 = dict(pair.split(":") for pair in """
AD:AND AE:ARE AF:AFG AG:ATG AL:ALB AM:ARM AO:AGO AR:ARG AT:AUT AU:AUS AZ:AZE BA:BIH BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI
BJ:BEN BN:BRN BO:BOL BR:BRA BS:BHS BT:BTN BW:BWA BY:BLR BZ:BLZ CA:CAN CD:COD CF:CAF CG:COG CH:CHE CI:CIV CL:CHL CM:CMR CN:CHN
CO:COL CR:CRI CU:CUB CV:CPV CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH
FI:FIN FJ:FJI FR:FRA GA:GAB GB:GBR GE:GEO GH:GHA GM:GMB GN:GIN GQ:GNQ GR:GRC GT:GTM GW:GNB GY:GUY HK:HKG HN:HND HR:HRV HT:HTI
HU:HUN ID:IDN IE:IRL IL:ISR IN:IND IQ:IRQ IR:IRN IS:ISL IT:ITA JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KM:COM KP:PRK KR:KOR
KW:KWT KZ:KAZ LA:LAO LB:LBN LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MG:MDG MK:MKD ML:MLI
MM:MMR MN:MNG MO:MAC MR:MRT MT:MLT MU:MUS MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NE:NER NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NZ:NZL
OM:OMN PA:PAN PE:PER PG:PNG PH:PHL PK:PAK PL:POL PR:PRI PS:PSE PT:PRT PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU
SD:SDN SE:SWE SG:SGP SI:SVN SK:SVK SL:SLE SN:SEN SO:SOM SR:SUR SS:SSD SV:SLV SY:SYR SZ:SWZ TD:TCD TG:TGO TH:THA TJ:TJK TL:TLS
TM:TKM TN:TUN TR:TUR TT:TTO TW:TWN TZ:TZA UA:UKR UG:UGA US:USA UY:URY UZ:UZB VE:VEN VN:VNM XK:XKX YE:YEM ZA:ZAF ZM:ZMB ZW:ZWE
""".split())
# Words that only a place follows; «في» and «إلى» precede anything.
STRICT_CUES = set("""مدينه مدينتي بلده بلدتي قريه محافظه ولايه ريف مخيم قرب ضواحي بلدات مديريه حي قضاء ناحيه بمدينه بمحافظه ومدينه لمدينه
بولايه ببلده بقريه وبلده شمالي جنوبي شرقي غربي العاصمه مطار بين""".split())
PLACE_CUES = set("""في مدينه مدينتي بلده بلدتي قريه قري محافظه ولايه ريف مخيم الي قرب بالقرب منطقه ضواحي غرب شرق شمال جنوب غربي شرقي شمالي
جنوبي وسط داخل مدن مركز مطار بلدات نحو مديريه حي احياء قضاء ناحيه اقليم بمدينه بمحافظه ومدينه لمدينه بمنطقه بولايه ببلده""".split())
FOLD = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىئ", "ي"), "ة": "ه", "ؤ": "و", "ـ": None,
                      **{chr(c): None for c in range(0x64b, 0x660)}})
# Large towns whose Arabic name is nearly always something else.
NOT_PLACES = set("بحري الاحمدي تويوتا سالم هزه هيو بنين".split())
# «مدينة», the town: no name by itself, and no part of the name that follows.
CLASS_NOUNS = set("مدينه قريه بلده محافظه ولايه مخيم ناحيه قضاء".split())
WORD = re.compile(r"[\u0621-\u064a]+")
AL = re.compile(r"^(?:و|ف)?(?:ب|ل|ك)?(?=.{3})")


def fold(text):
    return text.translate(FOLD)


def usage(shared, names):
    """How often the news use each one-word name, and how often right behind a word that announces a place."""
    total, placed, sure = Counter(), Counter(), Counter()
    for path in sorted(glob.glob(f"{shared}/data/news/*.jsonl.xz")):
        if "sanad" in path:
            continue
        with lzma.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                before = ""
                for word in WORD.findall(fold(json.loads(line)["text"])):
                    if word in names:
                        total[word] += 1
                        placed[word] += before in PLACE_CUES
                        sure[word] += before in STRICT_CUES
                    elif word[0] == "ب" and word[1:] in names:
                        total[word[1:]] += 1
                        placed[word[1:]] += 1
                    before = word
    return total, placed, sure


def main(shared, out):
    with open(f"{os.path.dirname(out)}/countries.tsv", encoding="utf8") as lines:
        capitals = {fold(name) for line in lines if not line.startswith("#") for name in line.rstrip("\n").split("\t")[6].split("|")}
    rows = []
    with open(f"{shared}/data/gazetteer/geonames_cities500_ar.jsonl", encoding="utf8") as lines:
        for line in lines:
            place = json.loads(line)
            least = LEAST.get(place["cc"], 0 if place["cc"] in FULL else LEAST_ELSEWHERE)
            if place["pop"] >= least and place["cc"] in ALPHA3:
                rows.append(place)
    singles = {fold(name) for place in rows for name in place["ar"] if " " not in name}
    total, placed, sure = usage(shared, singles)
    dropped, kept = [], []
    for place in rows:
        strong, weak = [], []
        for name in dict.fromkeys(re.sub(r"\s+", " ", n).strip() for n in place["ar"]):
            key = fold(name)
            if not re.fullmatch(r"[\u0621-\u064a]+(?:[ -][\u0621-\u064a]+){0,4}", key) or len(key) < 3:
                continue
            if key.split(" ")[0] in {"ان", "في", "من", "الي", "علي", "عن", "بين", "ما", "لا"}:
                continue
            noun, _, rest = key.partition(" ")
            if noun in CLASS_NOUNS and (not rest or rest in map(fold, place["ar"])):
                continue
            if " " in name or "-" in name:
                strong.append(name)
                continue
            uses, share = total[key], placed[key] / max(total[key], 1)
            if uses > 3000 and share < .06 and place["pop"] < 1_000_000 or uses > 20 and share < .03 and place["pop"] < 300_000:
                dropped.append((uses, name))
            elif uses > 30 and sure[key] / uses < .008 and (place["pop"] < 400_000 or key in NOT_PLACES) and key not in capitals:
                dropped.append((uses, name))
            elif uses <= 5 and place["pop"] < 15_000 or uses > 5 and share < .18 and place["pop"] < 2_000_000:
                weak.append(name)
            else:
                strong.append(name)
        for names, mark in ((strong, ""), (weak, "weak")):
            if names:
                kept.append((place["geonameid"], "|".join(names[:6]), place["name"], ALPHA3[place["cc"]],
                             f"{place['lat']:.4f}", f"{place['lon']:.4f}", place["pop"], mark))
    kept.sort()
    with open(out, "w", encoding="utf8") as file:
        file.write("# Populated places, derived from GeoNames (CC BY 4.0) by python/training/gazetteer.py; not to be edited by hand.\n")
        file.write("# geonames\tnames\tenglish\tcountry\tlat\tlon\tpopulation\tmark\n")
        for row in kept:
            file.write("\t".join(map(str, row)) + "\n")
    dropped.sort(reverse=True)
    print(f"{len(kept)} rows; {len(dropped)} names dropped as common words, e.g. " + " ".join(name for _, name in dropped[:200]))


if __name__ == "__main__":
    main(*sys.argv[1:])
