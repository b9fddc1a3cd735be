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
    "來責編輯發佈時間記訊電報標題聞導關閱讀網員攝圖專欄稱鍵審對監製劃點擊覽號體縮瀏轉載聲權僅觀內視頻評論"
    "讚贊鏈結頁與參錄註冊熱門則處資連絡繫話郵會區學國際財經動態節樂臺場訂閉開啟執筆採譯繪協辦單檢舉違複達"
    "創領個後剛萬條長識別碼張陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸範賈韋鄒劉羅齊龍閻顧錢嚴賴龔簡莊湯"
    "陽歐寧華鮑衛滿藍塗項紀遊駱喬蔣榮鞏溫顏聶龐應賀畢麥車費饒遲儲鄺鄔竇婁閔談薦傳還調級討週禮籤綜實約駐總"
    "廣尋貼賞濟鐘請們為於隱業東絲丟兩麼義習鄉書買雲產親億從優倫價眾側興寫軍決準幾刪劇務勞醫賣廠廳歷縣變嗎"
    "聽啓響團園壇備頭獎寶憲將屆層屬歲島師帳帶慶廢強當懇據擴掃揚護擔擇撥揮換搶攤數無舊術機雜極構樹樣檔橋樓"
    "歡氣沒漢淺測灣愛獻獨環現畫暢療盤確種籌糾純納紐線綫練組細終給絕統繼續維聯肅藝蓮獲營補裝裡裏見規覺觸認"
    "讓訓議講設訪證訴診詞誠詢該詳語說課誰負賬貴購賽趕蹤輕輸辭邊遼過運進適選遞鄰釘鈕銀錯鎮問隊險難靜頂順須"
    "頓頌預額風館饋驗鳥黨羣籲籃棄滾滅徵蘭蓋蒼樸圍斷職勵災淚"
)
SIMPLIFIED = (
    "来责编辑发布时间记讯电报标题闻导关阅读网员摄图专栏称键审对监制划点击览号体缩浏转载声权仅观内视频评论"
    "赞赞链结页与参录注册热门则处资连络系话邮会区学国际财经动态节乐台场订闭开启执笔采译绘协办单检举违复达"
    "创领个后刚万条长识别码张陈杨黄赵吴孙马郑谢许韩冯邓萧叶苏吕卢钟谭陆范贾韦邹刘罗齐龙阎顾钱严赖龚简庄汤"
    "阳欧宁华鲍卫满蓝涂项纪游骆乔蒋荣巩温颜聂庞应贺毕麦车费饶迟储邝邬窦娄闵谈荐传还调级讨周礼签综实约驻总"
    "广寻贴赏济钟请们为于隐业东丝丢两么义习乡书买云产亲亿从优伦价众侧兴写军决准几删剧务劳医卖厂厅历县变吗"
    "听启响团园坛备头奖宝宪将届层属岁岛师帐带庆废强当恳据扩扫扬护担择拨挥换抢摊数无旧术机杂极构树样档桥楼"
    "欢气没汉浅测湾爱献独环现画畅疗盘确种筹纠纯纳纽线线练组细终给绝统继续维联肃艺莲获营补装里里见规觉触认"
    "让训议讲设访证诉诊词诚询该详语说课谁负账贵购赛赶踪轻输辞边辽过运进适选递邻钉钮银错镇问队险难静顶顺须"
    "顿颂预额风馆馈验鸟党群吁篮弃滚灭征兰盖苍朴围断职励灾泪"
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
