"""Plan → PDF, with the embedded typesetter typst."""

from duizhao.typeset.pdf.compiler import CompiledPdf, PdfCompiler, pdf_compiler

__all__ = ["CompiledPdf", "PdfCompiler", "pdf_compiler"]
