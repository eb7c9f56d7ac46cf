"""PDF into text in reading order, which is then read as a text dump."""

from tallybook.read.pdf.text import PdfText, is_pdf, pdf_text

__all__ = ["PdfText", "is_pdf", "pdf_text"]
