"""Text as people type it -> the same text in one spelling, character for character, for patterns to match."""

from __future__ import annotations

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SPACES = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
MARKS = {
    **dict.fromkeys(map(ord, "丨｜︱│┃∣"), "|"),
    **dict.fromkeys(map(ord, "∶﹕ː︰"), ":"),
    **dict.fromkeys(map(ord, "【〔［"), "["),
    **dict.fromkeys(map(ord, "】〕］"), "]"),
    **dict.fromkeys(map(ord, "―─–"), "—"),
    **dict.fromkeys(map(ord, "∕⁄╱"), "/"),
    **dict.fromkeys(map(ord, "‧・•●"), "·"),
}
TRADITIONAL = (
    "來責編輯發佈時間記訊電報標題聞導關閱讀網員攝圖專欄稱鍵審對監製劃點擊覽號體縮瀏轉載聲權僅觀內視頻"
    "評論讚贊鏈結頁與參錄註冊熱門則處資連絡繫話郵會區學國際財經動態節樂臺場訂閉開啟執筆採譯繪協辦單檢"
    "舉違複達創領個後剛萬條長識別碼張陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈韋鄒劉羅齊龍閻顧錢"
    "嚴賴龔簡莊湯陽歐寧華鮑衛滿藍塗項紀遊駱喬蔣榮鞏溫顏聶龐應賀畢麥車費饒遲儲鄺鄔竇婁閔談薦傳還調級討"
    "週禮籤綜實約駐總廣尋貼賞濟鐘請們為於隱"
)
SIMPLIFIED = (
    "来责编辑发布时间记讯电报标题闻导关阅读网员摄图专栏称键审对监制划点击览号体缩浏转载声权仅观内视频"
    "评论赞赞链结页与参录注册热门则处资连络系话邮会区学国际财经动态节乐台场订闭开启执笔采译绘协办单检"
    "举违复达创领个后刚万条长识别码张陈杨黄赵吴孙马郑谢许韩冯邓萧叶苏吕卢钟谭陆范贾韦邹刘罗齐龙阎顾钱"
    "严赖龚简庄汤阳欧宁华鲍卫满蓝涂项纪游骆乔蒋荣巩温颜聂庞应贺毕麦车费饶迟储邝邬窦娄闵谈荐传还调级讨"
    "周礼签综实约驻总广寻贴赏济钟请们为于隐"
)
"""The characters of labels, buttons and surnames in both scripts."""

TABLE: dict[int, int | str] = {
    **FULL_WIDTH,
    **SPACES,
    **MARKS,
    **dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True)),
}


def fold(text: str) -> str:
    """Full-width letters, digits and marks as half-width ones, every space as a space, the Traditional
    characters of labels and surnames as Simplified ones. The length stays, so places in one are places in
    the other."""
    return text.translate(TABLE)
