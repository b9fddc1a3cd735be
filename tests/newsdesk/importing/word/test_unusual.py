"""Documents as programs other than today's Word write them, and corners of the format."""

from __future__ import annotations

from newsdesk.importing.formats.docx import read
from newsdesk.importing.imported import ImportedArticle
from tests.newsdesk.importing.word.making import PACKAGE, PNG, R, document, docx, part, zipped
from tests.newsdesk.importing.word.word_lines import Making, body_xml, box, paragraph_xml, picture, run

TITLE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>春季集市</w:t></w:r></w:p>'
)
TEXT = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心。"


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def article(body: str, **parts: bytes | str) -> ImportedArticle:
    return read(docx("", parts={"word/document.xml": document(TITLE + body), **parts}))


def test_the_strict_form_of_the_standard() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    body = document(body_xml(["[居中, 字号=22] 春季集市", TEXT, "[加粗] 摊位", TEXT], Making())).decode()
    for usual, other in strict.items():
        body = body.replace(usual, other)
    found = read(docx("", parts={"word/document.xml": body}))
    assert found.title == "春季集市"
    assert "## 摊位" in found.markdown


def test_the_document_may_have_another_name() -> None:
    target = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="/texts/story.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{target}</Relationships>',
        "texts/story.xml": document(TITLE + paragraph(run(TEXT))),
    }
    assert read(zipped(files)).title == "春季集市"


def test_names_in_capitals_and_with_backslashes_as_old_programs_write_them() -> None:
    files = {"WORD\\Document.xml": document(TITLE + paragraph(run(TEXT)))}
    assert read(zipped(files)).title == "春季集市"


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    drop = paragraph(run("三"), '<w:framePr w:dropCap="drop" w:lines="2"/>')
    assert article(drop + paragraph(run(TEXT[1:]))).markdown == f"{TEXT}\n"


def test_old_word_art_is_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="街坊故事"/></v:shape></w:pict></w:r>'
    found = read(
        docx("", parts={"word/document.xml": document(paragraph(art) + TITLE + paragraph(run(TEXT)))})
    )
    assert (found.title, found.kicker) == ("春季集市", "街坊故事")


def test_a_table_of_contents_is_cut_and_so_are_hints_that_nobody_filled_in() -> None:
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    )
    contents += f"<w:sdtContent>{paragraph(run('摊位……1'))}</w:sdtContent></w:sdt>"
    hint = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>"
    )
    found = article(contents + paragraph(run(TEXT) + hint))
    assert found.markdown == f"{TEXT}\n"
    reasons = {piece.text.strip(): piece.reason for piece in found.pieces if piece.reason}
    assert "目录" in reasons["摊位……1"]
    assert "占位" in reasons["单击此处"]


def test_a_field_may_go_over_several_paragraphs() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = run(' HYPERLINK "http://a.example/" ', "", "instrText")
    first = paragraph(mark("begin") + code + mark("separate") + run("三号院的小广场上支起了摊位。"))
    last = paragraph(run("居民们带来了旧书。") + mark("end") + run("完全是文字。"))
    lines = article(first + last).markdown.split("\n\n")
    assert lines == [
        "[三号院的小广场上支起了摊位。](http://a.example/)",
        "[居民们带来了旧书。](http://a.example/)完全是文字。\n",
    ]


def test_a_field_without_a_result_shows_nothing_and_an_open_one_hides_nothing_for_ever() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    field = begin + run(" PAGE ", "", "instrText") + end
    assert article(paragraph(run("三号院的小广场上") + field + run("支起了摊位。"))).markdown == (
        "三号院的小广场上支起了摊位。\n"
    )


def test_objects_controls_and_charts_are_counted() -> None:
    preview = '<v:shape><v:imagedata r:id="rId9"/></v:shape>'
    ole = f'<w:r><w:object>{preview}<o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r>'
    control = '<w:r><w:object><w:control w:name="Button"/></w:object></w:r>'
    graphic = "<a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic>"
    chart = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
    formula = "<m:oMath><m:r><m:t>1+1=2</m:t></m:r></m:oMath>"
    found = article(paragraph(run(TEXT) + ole + control + chart + formula))
    assert found.markdown == f"{TEXT}1+1=2\n"
    assert not found.images
    told = "".join(found.problems)
    assert (
        "1 个嵌入的对象" in told and "1 个 ActiveX 控件" in told and "1 个图表" in told and "1 个公式" in told
    )


def test_what_hangs_on_every_page_is_cut_and_its_pictures_are_none_of_the_story() -> None:
    found = read(
        docx(f"[居中, 字号=22] 春季集市\n{TEXT}", media={"a.png": PNG}, header="内部资料{图 a.png:}")
    )
    assert not found.images
    assert [piece.reason for piece in found.pieces if piece.text == "内部资料"] == ["页眉和页脚"]


def test_a_picture_in_a_text_box_and_its_caption_below() -> None:
    making = Making()
    inside = (
        f"<w:p>{picture(making.relation('image', 'media/a.png'))}</w:p>{paragraph_xml('图为集市', making)}"
    )
    body = document(TITLE + paragraph(run(TEXT) + box(inside)))
    found = read(docx("{图 a.png:}", media={"a.png": PNG}, parts={"word/document.xml": body}))
    assert found.markdown == f'{TEXT}\n\n![](picture:0 "图为集市")\n'


def test_character_styles_and_switches_that_are_off() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
    )
    strong = run("热闹", '<w:rStyle w:val="s"/>')
    off = run("安静", '<w:rStyle w:val="s"/><w:b w:val="0"/>')
    making = Making()
    making.relation("styles", "styles.xml")
    found = read(
        docx(
            "",
            parts={
                "word/document.xml": document(TITLE + paragraph(run(TEXT) + strong + off + run("。"))),
                "word/styles.xml": styles,
                "word/_rels/document.xml.rels": (
                    f'<Relationships xmlns="{PACKAGE}/relationships">'
                    f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/></Relationships>'
                ),
            },
        )
    )
    assert found.markdown == f"{TEXT}**热闹**安静。\n"


def test_a_title_that_stands_twice_is_one_title() -> None:
    found = read(docx(["[居中, 字号=22] 春季集市", "[居中, 字号=22] 春季集市", TEXT]))
    assert found.title == "春季集市"
    assert found.markdown == f"{TEXT}\n"
