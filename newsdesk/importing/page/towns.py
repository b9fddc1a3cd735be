"""The words behind a reporter's name (江一帆台北報導) -> is it a town that reports come from?"""

from __future__ import annotations

import re

TOWN = re.compile(
    "[台臺][湾灣北中南东東]|高雄|新北|桃[园園]|新竹|基隆|嘉[义義]|屏[东東]|花[莲蓮]|宜[兰蘭]|苗栗|彰化|南投|云林|雲林|澎湖|金门|金門"
    "|北京|上海|天津|重[庆慶]|[广廣]州|深圳|香港|澳[门門]|[东東]京|[华華]盛[顿頓]|[纽紐][约約]|[伦倫]敦|巴黎|[综綜]合|即[时時]|[专專][题題]"
)
