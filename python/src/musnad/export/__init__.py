"""Extractions in the formats that other tools read.

>>> import musnad
>>> from musnad.export import polecat
>>> document = {"text": "قصف الجيش مدينة سرت أمس.", "id": "a1", "published_at": "2020-06-11", "source": "صحيفة البلد"}
>>> x = musnad.extract(**document)
>>> [(row["Event Type"], row["Placename"], row["Source"]) for row in polecat.rows((x, document))]
[('ASSAULT', 'Sirte', 'صحيفة البلد')]

Each module takes extractions, alone or in pairs with their documents, which know the outlet, the day and the address.
:func:`write` makes files, ``python -m musnad.export FORMAT FILE…`` does it from JSON Lines of documents, and
:meth:`musnad.Corpus.export` from a corpus.

========================== ========================================== =============================================
format                     module                                     what comes out
========================== ========================================== =============================================
``plover``                 :mod:`musnad.export.plover`                PLOVER records, JSON Lines
``polecat``                :mod:`musnad.export.polecat`               POLECAT's 40 columns, TSV in UTF-8
``acled``                  :mod:`musnad.export.acled`                 ACLED's 31 columns, CSV
``ftm``                    :mod:`musnad.export.ftm`                   FollowTheMoney entities, JSON Lines
``geojson``                :func:`musnad.feature_collection`          one GeoJSON feature collection
``conllu``                 :mod:`musnad.export.conllu`                CoNLL-U (needs the layer ``syntax``)
``brat``                   :mod:`musnad.export.brat`                  a folder: ``.txt``, ``.ann``, ``annotation.conf``
``webannotation``          :mod:`musnad.export.webannotation`         an annotation page a line, JSON-LD
``timeml``                 :mod:`musnad.export.timeml`                a folder: a ``.tml`` an article
========================== ========================================== =============================================
"""

from ._write import FORMATS, Exported, write

__all__ = ["FORMATS", "Exported", "write"]
