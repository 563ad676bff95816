"""The protobuf messages of the contract ``musnad.v1``, generated; needs the package protobuf.

>>> from musnad.proto.document_pb2 import Document
>>> Document(text="نص").text
'نص'
"""
