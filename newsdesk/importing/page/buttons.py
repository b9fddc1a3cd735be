"""Words of a page's buttons and counters -> is a line, or a word beside a date, nothing but such?"""

from __future__ import annotations

import re

WORDS = r"""
大|中|小|特|超大|特大|字[级級](?:大小)?|友善列印|推文|标准|默认|打印(?:本页|本文|此页)?|关闭(?:窗口|本页)?|收藏(?:本页|本文|文章)?
| (?:我要)?纠错|举报(?:文章问题|/反馈|此人)?|反馈|(?:一键|点)?分享(?:到|至|给)?|转发|微信(?:扫一扫)?
| 朋友圈|(?:新浪|腾讯|搜狐|网易|和讯|同学|人民)?微博|(?:腾讯)?QQ(?:空间|好友)?|Qzone|豆瓣|人人网?
| 贴吧|易信|开心网
| 百度(?:搜藏|首页|贴吧)?|支付宝|钉钉|飞书|facebook|twitter|linkedin|google|line|plurk|email|邮件|短信
| 复制(?:链接|地址)|字体|字号|字体大小|A[+-]?|T|[+-]|[放缩]大?小?字体|缩小|放大|正常|切换|繁体|简体
| 无障碍|朗读|听新闻|听全文|语音播报|播报|倍速|点赞|在看|点?收藏|点在看|点点?赞|赞|踩|顶|讚|回复|评论
| 留言|跟帖|跟贴|发贴|发帖|发表(?:评论)?|参与|网友?评论|我要评论|写评论|查看评论|热评论|热门评论
| 最新评论|全部评论|我要跟[帖贴]|我要反馈|我要投诉|登录|登陆|注册|退出|设为首页|加入收藏
| \+?关注(?:我们|TA)?|已关注|订阅|私信|粉丝|首页|返回(?:首页|顶部|列表|目录|上一?页)?|回?到?顶部
| 确[认定]|取消|允许|知道了|不感兴趣|更多(?:精彩)?|展开|收起|加载(?:中|更多)|点击加载更多|换一换|下载
| 打开|原创|首发|已收录|转载|推荐|已推荐|人参与|次|人|\.{3}|×|✕|扫一扫|赏|打赏|赞赏|喜欢|有用|没用|投稿
| 订阅号|小程序|视频号|公众号|客户端|手机版|桌面版|听|看|微信公众号|share|下载APP|客户端下载|发布
| 正在加载|点击收起全文|手机看|置顶|赞同|更新
| (?:链接)?已?复制(?:成功)?|链接已复制|(?:展开|点击)?阅读(?:整篇|全部|完整)(?:文章|内容)
| 高清(?:\d+p)?|标清|超清|蓝光|流畅|(?:\d\.)?\d+x|播放速度|重播|静音|全屏|(?:跳过|关闭)广告
| 讨论|电子邮件|用?LINE传送|播报文章|转寄(?:朋友|好友)?|打印文稿|使用默认字体大小|检举(?:本文)?
| share(?:\s(?:with|on|to)\s\w+)?|\d+篇原创内容|联合报书签
| 我要(?:分享|留言|提问|收藏|打印|打分|爆料|订阅|参与|说[两几]句|挑错|推荐)|我有话说
| (?:我来)?说[两几]句|挑错
| (?:进入|去)?[^\s:,。]{0,6}论坛|手机(?:看|浏览|阅读|订阅)[^\s:,。]{0,8}|转播?到?[^\s:,。]{0,8}微博|微博评论
| 返回[^\s:,。]{1,8}(?:首页|频道)|打印该页|(?:email)?推荐(?:给(?:好友|朋友))?|收藏此页|列印|转寄
| 分享工具|寄给(?:朋友|好友)|(?:列印|打印|转寄|分享|推荐)(?:新闻|文章|此文)
| 本文共分?\d+页|当前是?第|第|页|[尾末]页
| 条|条评论|关闭本页|进入社区|发给好友|T大|T小
| (?:已)?有\d+(?:位|个)?人(?:已)?(?:参与|评论|阅读|浏览|关注|围观|看过|推荐|收藏|回复)(?:过?本文)?
| 参与互动|参加讨论|发表评论|点击率|点击量?|阅读量?|浏览量?|访问量?|播放量?|人气|热度
| follow|replay|share|like|close|loading|refresh|video\sdetails|观看更多|退出全屏|分享工具
| weibo|digg|del\.icio\.us|delicious|reddit|pinterest|tumblr|whatsapp|telegram|wechat|instagram|threads
          |messenger
| 微软live|hi5|myspace|funp|hemidemi|udn共享书签|黑米书签|推推王|(?:qq|雅虎|新浪vivi|百度|google
          |本地)?(?:书签|收藏夹?|搜藏)|新浪vivi
| posted(?:\son)?|on|by|via|original|updated|published|views?|comments?|tweet|print(?:er-friendly)?
          |reply|e-?mail|font(?:s?\ssize)?
| embed|ad(?:vertisements?)?|advertisement|复制连结|字级设定|字体设定|背景色|最大|最小|较大|较小
| [©ⓒ]?\s?(?:著作权|版权)|读帖|读贴|文章全文|(?:mp\d)?(?:观看|线上观看)?下载|关注作者|不感兴趣
          |内容质量低|不看此公众号|不看的原因|ok
"""
NUMBER = r"""
\(?\+?\d[\d,.]*(?:万|w|k|\+)?\s?(?:次|人|条|个|篇)?
(?:阅读|浏览|点击|评论|参与|跟[帖贴]|播放|回复|赞|在看|观看|看过)?\)?
"""
COUNTED = r"""
(?:阅读|浏览|点击|评论|参与互?动?|跟[帖贴]|播放|回复|点?赞|收藏|分享|人气|热度|阅读量|浏览量|点击量|转发)
\s?[:(\[]?\s?\d[\d,.]*(?:万|w|k|\+)?(?:次|人|条)?[)\]]?
"""
BEHIND = r"(?:\s?[(\[]\d*[^()\[\]]{0,6}[)\]]?)?"
"""我要评论（12）"""

BUTTON = re.compile(rf"[\[(]?(?:{COUNTED}|(?:{WORDS}){BEHIND}|{NUMBER})[\])]?", re.X | re.I)
NAMED = re.compile(rf"[\[(]?(?:{COUNTED}|{WORDS})[\])]?", re.X | re.I)
"""A button that says what it does: a number alone may be a cell of a table."""

ASKS = re.compile(
    r"""(?:[我请]?(?:打印|列印|推荐给|转寄|寄给|转发|转载|分享|放大|缩小|复制|查看|浏览|下载|播放|收听|询问|搜索|订阅|点击
    |返回|发送|添加|加入|回到|切换|选择|打开|关闭|登录|登入|登陆|注册|举报|投诉|发表|留言|回复|保存|导出|引用|收起|展开|扫码)
    |继续阅读|阅读全文|免费|已有|尚余|还剩|剩余|共有).{0,10}
    |.{0,6}\d[\d,.]*万?\+?\s?[人次篇条].{0,6}""",
    re.X | re.I,
)
"""打印本文章, 放大图片, 尚余0篇: what a button does or what is counted, and no name of anyone."""

SPLIT = re.compile(r"[\s|·,/:>&、\[\]()—«»<]+|(?<=\D)-(?=\D)")
GROUP = re.compile(r"\[([^\[\]]{1,10})\]")
BRACKETS = re.compile(rf"{GROUP.pattern}(?:\s*{GROUP.pattern})+")
"""［大 中 小］ ［打印］ ［进入论坛］: one that we know tells what all are."""

PADDED = re.compile(r"(?<=[\[(][\u3400-\u9fff])\s(?=[\u3400-\u9fff][\])])")
"""［打 印］"""

WORD = re.compile(r"[^\W\d_]|[×✕]")


def is_button(word: str) -> bool:
    """Is a folded `word` beside a date or a name a button or a counter?"""
    return bool(BUTTON.fullmatch(word))


def asks(word: str) -> bool:
    """Does a folded word beside a date call for a click or count something?"""
    return bool(ASKS.fullmatch(word))


def are_buttons(folded: str) -> bool:
    """Is all of a folded line buttons and counters, and not only numbers?"""
    if NAMED.fullmatch(folded):
        return bool(WORD.search(folded))
    folded = PADDED.sub("", folded)
    if BRACKETS.fullmatch(folded) and any(are_buttons(group) for group in GROUP.findall(folded)):
        return True
    words = [word for word in SPLIT.split(folded) if word]
    return all(map(is_button, words)) and any(NAMED.fullmatch(word) and WORD.search(word) for word in words)
