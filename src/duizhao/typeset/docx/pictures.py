"""Pictures → w:drawing elements, and the image parts that they show (DrawingML, 20.4 and 20.2)."""

from __future__ import annotations

from duizhao.office.new_word_package import WordPart
from duizhao.office.xml_text import escaped
from duizhao.typeset.block import PictureRun
from duizhao.typeset.original import ImageFile

EMU = 36_000
"""English Metric Units in a millimetre."""

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = f' xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture"'


class PictureWriter:
    """Writes pictures, and gathers the image files that they show, each once."""

    def __init__(self) -> None:
        self._parts: dict[int, WordPart] = {}
        self._count = 0

    @property
    def parts(self) -> list[WordPart]:
        """The image files as parts."""
        return list(self._parts.values())

    @property
    def namespaces(self) -> str:
        """The declarations for the root element of the document."""
        return NAMESPACES if self._parts else ""

    def run(self, run: PictureRun) -> str:
        """A picture as a run, inline: it stands between characters like one of them."""
        part = self._part(run.image)
        self._count += 1
        shape, crop = run.shape, run.shape.crop
        name = f'id="{self._count}" name="图片 {self._count}"'
        described = f' descr="{escaped(shape.description)}"' if shape.description else ""
        size = f'cx="{round(run.width * EMU)}" cy="{round(run.height * EMU)}"'
        cut = "".join(
            f' {side}="{round(part_of * 100_000)}"'
            for side, part_of in zip(
                "ltrb", (crop.left, crop.top, crop.right, crop.bottom), strict=True
            )
            if part_of
        )
        turn = f' rot="{round(shape.turn * 60_000)}"' if shape.turn else ""
        flips = "".join(f' flip{axis}="1"' for axis in shape.flips)
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {name}{described}/>"
            f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{part.key}"/>{f"<a:srcRect{cut}/>" if cut else ""}'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm{turn}{flips}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _part(self, image: ImageFile) -> WordPart:
        found = self._parts.get(id(image))
        if found is None:
            number = len(self._parts) + 1
            target = f"media/image{number}.{image.format.suffix}"
            found = self._parts[id(image)] = WordPart(
                f"rIdImage{number}", "image", target, image.data, image.format.media_type
            )
        return found
