"""Documents from a stream in, extractions to another stream out: ``python -m musnad consume``.

::

    python -m musnad consume --subject articles --to extractions --create-streams

reads messages with a document in JSON (``{"id", "text", "published_at", "source", "url"}``) from NATS JetStream, and publishes
for each the extraction, in the JSON of ``musnad.v1``. Needs ``pip install 'musnad[nats]'``.

Delivery is *at least once*: a message is acknowledged after its answer is stored. Answers carry ``Nats-Msg-Id``, made of the
stream and number of the message they answer, so that the stream drops what a killed worker had published already (within its
duplicate window). What cannot be read is answered on the subject of errors and acknowledged; reading it again would give the
same.

:func:`answers` is the same without a broker, for other ones: see ``docs/streams.md`` for Kafka.
"""

from ._answers import Answer, answers
from ._nats import Counts, Settings, consume

__all__ = ["Answer", "Counts", "Settings", "answers", "consume"]
