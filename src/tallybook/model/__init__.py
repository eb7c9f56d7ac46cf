"""The frozen value types that every stage shares. Imports only the standard library."""

from tallybook.model.claim import (
    SURROUNDINGS,
    Attribution,
    Claim,
    ClaimKind,
    Denial,
    DenialKind,
    Modality,
    Product,
    Proof,
    Refusal,
)
from tallybook.model.document import ARTICLE_KINDS, Block, BlockKind, Document, SourceRun
from tallybook.model.picture import (
    Estimate,
    Evidence,
    Finding,
    LeftOut,
    Picture,
    Series,
    Statement,
)
from tallybook.model.quantity import (
    Change,
    Hedge,
    Measure,
    Number,
    Quantity,
    QuantityMention,
    Reading,
)
from tallybook.model.span import Span
from tallybook.model.syntax import Sentence, Token
from tallybook.model.time import PartialDate, Period

__all__ = [
    "ARTICLE_KINDS",
    "SURROUNDINGS",
    "Attribution",
    "Block",
    "BlockKind",
    "Change",
    "Claim",
    "ClaimKind",
    "Denial",
    "DenialKind",
    "Document",
    "Estimate",
    "Evidence",
    "Finding",
    "Hedge",
    "LeftOut",
    "Measure",
    "Modality",
    "Number",
    "PartialDate",
    "Period",
    "Picture",
    "Product",
    "Proof",
    "Quantity",
    "QuantityMention",
    "Reading",
    "Refusal",
    "Sentence",
    "Series",
    "SourceRun",
    "Span",
    "Statement",
    "Token",
]
