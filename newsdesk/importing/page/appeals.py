"""A line that calls people to something, or gives a number to call -> is that the story's, or the site's own?

What decides is the object: where to sign up, whom to ring and what to bring is news of a neighbourhood;
to follow an account and to load an app is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

OBJECT = r"""(?:我们|公众号|公号|微信|微博|官微|视频号|抖音|快手|头条号|客户端|APP|小程序
  |本[站网报号刊台栏]|账号|帐号|订阅号
  |专栏|二维码|粉丝|频道|网站|知识星球|专区
  |(?:网|报|台|发布|在线|资讯)[”"》」]?(?=$|[,!。]))"""
"""What a site asks its readers to follow or to load."""

SITE = re.compile(
    r"新闻(?:热线|线索)|[报爆]料|广告|发行|商务|(?:内容|媒体|业务)合作|版权|转载|授权|侵权|免责|违法|不良信息|原创|编辑部|客服|留言板|意见反馈"
    r"|(?:关注|加入|下载|订阅)(?:我们|本(?:公众)?号)(?!的)|本[站网报刊台]|本公众号|公众号菜单|技术支持|ICP|©|copyright"
    r"|举报.{0,4}(?:网站|平台)|(?:网站|平台|互联网|网络|信息).{0,6}举报|小编|粉丝群|读者群|交流群|加微信|添加.{0,4}微信|课程|训练营|优惠|直播"
    r"|观点|立场|投资|不代表|仅供参考|本文|知识星球",
    re.I,
)
"""Words of a line that speaks of the site itself, its rights and its trade."""

CONTACT = re.compile(
    r".{0,10}(?:电话|热线|邮箱|信箱|地址|地点|联系人|联系方式|时间|方式|对象|名额|费用|咨询)(?:\([^()]{0,16}\))?\s?[:|].+"
    r"|(?:投稿|来稿|作品|稿件|材料).{0,6}(?:发送?|寄|投|交)(?:送|至|到|往).{2,}"
)
"""Whom to reach and where."""

TAKES_PART = re.compile(
    r"报名|登记|填写|填报|预约|领取|领票|取票|入群|进群|拨打|公告栏|居委会|服务站|志愿|义诊|队伍|居民|街坊|邻居|参与|参加"
    r"|带好|窗口|停水|停电|停车"
)
"""What people of a neighbourhood are called to."""

NOTICE = re.compile(r"(?:特别|温馨|郑重|重要|友情)?(?:提示|提醒|说明)\s?[:|].{4,}")


@lru_cache(maxsize=4096)
def is_for_people(folded: str) -> bool:
    """Does a folded line tell the story's readers where to go, whom to call or what to heed?"""
    if SITE.search(folded):
        return False
    return bool(CONTACT.fullmatch(folded) or NOTICE.fullmatch(folded) or TAKES_PART.search(folded))
