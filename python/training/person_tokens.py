#!/usr/bin/env python3
"""Derive two word lists that tell persons' names from other words, by counting neighbours in the news.

usage: person_tokens.py SHARED TABLES

Reads `given_names.tsv`, `places.tsv`, `countries.tsv` under TABLES; writes there
- `person_tokens.tsv`: words that the news use mostly inside persons' names, `given` (before another part of a name) or
  `family` (behind one). Found by propagation: a word is a name word in so far as its neighbours are given names, titles or
  name words; three rounds from the given names compiled by hand.
- `common_words.tsv`: frequent words that are hardly ever part of a name.
Only words with their use are kept, no sentence.
"""
import glob
import json
import lzma
import re
import sys
from collections import Counter, defaultdict

from gazetteer import PLACE_CUES, fold

TITLES = {fold(w) for w in """السيد السيدة الدكتور الدكتورة العقيد اللواء العميد النائب المهندس المستشار المحامي الجنرال الشيخ السيناتور السفير
المقدم الرائد النقيب الملازم الفريق الحاج الأسير القاضي الصحفي الصحافي الأمير الزميل الأستاذ البروفيسور الكابتن""".split()}
TOKEN = re.compile(r"[\u0621-\u064a]+|[^\s\u0621-\u064a]")
ARABIC = re.compile(r"[\u0621-\u064a]{3,}$")
NOT_NAMES = TITLES | {fold(w) for w in """الملك الشريفين الملكي السمو المعزول نبينا القديس دكتور شرم كامب وداره مدائن خادم الحرمين مساعد الملكة الأميرة
الرئيس الأب ابن بنت آل أبو عبد بن بني بالتوبة بجلالة الراحل الفنان الفنانة السموات النبي الإمام الخليفة سيدنا السيدان المرحوم الجنرالات
الأسبق السابق العظمى الأولى الثاني الأول الثالث الرابع السادس الخامس الدولي دوري نادي كأس مستشفى جامعة شارع مطار حي جبل خان""".split()}


def counts(shared):
    single, pairs = Counter(), Counter()
    for path in sorted(glob.glob(f"{shared}/data/news/*.jsonl.xz")):
        if "sanad" in path:
            continue
        with lzma.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                before = "^"
                for word in TOKEN.findall(fold(json.loads(line)["text"])):
                    single[word] += 1
                    pairs[before, word] += 1
                    before = word
    return single, Counter({pair: n for pair, n in pairs.items() if n > 1})


def column(path, index):
    with open(path, encoding="utf8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")[index]


def main(shared, tables):
    given, weak = set(), set()
    with open(f"{tables}/given_names.tsv", encoding="utf8") as lines:
        for line in lines:
            if not line.startswith("#"):
                name, mark = line.rstrip("\n").split("\t")
                (weak if mark else given).add(fold(name))
    places = {fold(n) for n in "|".join([*column(f"{tables}/places.tsv", 1), *column(f"{tables}/countries.tsv", 1),
                                         *column(f"{tables}/countries.tsv", 3)]).split("|")}
    single, pairs = counts(shared)
    before, after = defaultdict(list), defaultdict(list)
    for (a, b), n in pairs.items():
        before[b].append((a, n))
        after[a].append((b, n))
    names = dict.fromkeys(given, .9)
    for _ in range(3):
        scores = {}
        for word, n in single.items():
            if n < 6 or not ARABIC.match(word):
                continue
            behind = sum(c * (names.get(a, 0) + (a in TITLES or a in ("بن", "ابو"))) for a, c in before[word])
            ahead = sum(c * (names.get(b, 0) + (b == "بن")) for b, c in after[word])
            scores[word] = (behind / n, ahead / n)
        names = {word: min(1, sum(both)) for word, both in scores.items() if sum(both) > .35 and word not in NOT_NAMES}
        names.update(dict.fromkeys(given, .9))
    cut = lambda w: w[0] in "وبلف" and (w[1:] in names or w[1:] in weak or w[1:] in NOT_NAMES)
    found = []
    for word, (behind, ahead) in scores.items():
        if word in names and word not in places and word not in given and word not in weak and not cut(word):
            found.append((word, "given" if ahead > .3 and not word.startswith("ال") else "family"))
    with open(f"{tables}/person_tokens.tsv", "w", encoding="utf8") as file:
        file.write("# Words used mostly inside persons' names, derived by python/training/person_tokens.py; not to be edited by hand.\n# word\trole\n")
        file.writelines(f"{word}\t{role}\n" for word, role in sorted(found))
    common = []
    for word, n in single.items():
        if n >= 25 and ARABIC.match(word) and word not in places and word not in given and word not in weak and word not in names:
            name_share = sum(scores.get(word, (0, 0)))
            place_share = sum(c for a, c in before[word] if a in PLACE_CUES) / n
            if name_share < .12 and (place_share < .25 or n > 500):
                common.append(word)
    # A word with a particle before it needs no row of its own: it would hide the name behind the particle.
    common = [w for w in common if not (w[0] in "وبلفك" and single[w[1:]] > single[w] or w.startswith(("لل", "ولل", "فلل", "وال", "بال", "فال", "كال")))]
    with open(f"{tables}/common_words.tsv", "w", encoding="utf8") as file:
        file.write("# Frequent words that are hardly ever part of a name, derived by python/training/person_tokens.py; not to be edited by hand.\n# word\n")
        file.writelines(f"{word}\n" for word in sorted(common))
    print(len(found), "name words,", len(common), "common words")


if __name__ == "__main__":
    main(*sys.argv[1:])
