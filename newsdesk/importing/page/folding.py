"""Text as people type it -> the same text in one spelling, character for character, for patterns to match."""

from __future__ import annotations

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SPACES = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
MARKS = {
    **dict.fromkeys(map(ord, "丨｜︱│┃∣"), "|"),
    **dict.fromkeys(map(ord, "∶﹕ː"), ":"),
    **dict.fromkeys(map(ord, "【〔［"), "["),
    **dict.fromkeys(map(ord, "】〕］"), "]"),
    **dict.fromkeys(map(ord, "―─–"), "—"),
    **dict.fromkeys(map(ord, "∕⁄"), "/"),
    **dict.fromkeys(map(ord, "‧・•●"), "·"),
}
TRADITIONAL = dict(
    zip(
        map(
            ord,
            "來責編輯發佈時間記訊電報標題聞導關閱讀網員攝圖專欄撰稱張陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇魏呂盧鍾譚陸範賈韋鄒",
        ),
        "来责编辑发布时间记讯电报标题闻导关阅读网员摄图专栏撰称张陈杨黄赵吴孙马郑谢许韩冯邓萧叶苏魏吕卢钟谭陆范贾韦邹",
        strict=True,
    )
)
TABLE: dict[int, int | str] = {**FULL_WIDTH, **SPACES, **MARKS, **TRADITIONAL}


def fold(text: str) -> str:
    """Full-width letters, digits and marks as half-width ones, every space as a space, the Traditional
    characters of labels and surnames as Simplified ones. The length stays, so places in one are places in
    the other."""
    return text.translate(TABLE)
