#!/usr/bin/env python3
"""Deterministic corpus of synthetic Chinese community-news articles for site-generator benchmarks.

    make_corpus.py --articles N --seed S --out DIR --format {linli,pelican,hugo,eleventy,hexo,nikola,zola,astro}
    make_corpus.py --touch K --out DIR          # edit article K's body in an existing corpus (one-edit benchmark)
    make_corpus.py ... --truth FILE             # also write {slug: topic} as JSON (to score related links)

* Standard library only; every sentence is assembled from the vocabulary below, nothing is quoted from anywhere.
* Article K's text depends only on (seed, K): N merely sets how many there are and the spacing of the dates.
  Its category and tags follow its latent topic; the vocabulary of title and body does too.
* The formats differ only in the front-matter dialect, the folder the sources go to and, where the generator
  wants one, a TOC marker line; bodies are byte-identical. Links between articles are written as final URLs (/articles/SLUG/), which every
  benchmarked site is configured to produce.
* --touch appends one numbered paragraph to the article, so each call really changes the source.
"""

import argparse
import json
import random
import struct
import sys
import zlib
from datetime import datetime, timedelta
from pathlib import Path

CATEGORIES = ["旧区更新", "志愿服务", "为老服务", "物业治理", "生态环境", "文化生活", "平安应急", "民生服务"]

# topic | category index | nouns | actions | tags  (the latent topics)
TOPICS = [
    line.split("|")
    for line in """
加装电梯|0|电梯井道 连廊 底层住户 分摊方案 施工围挡 钢结构 候梯厅 协议书|完成基坑开挖 征求低层住户意见 公示出资比例 调试轿厢 复测井道垂直度|加装电梯 老楼改造 居民议事 适老化改造
外墙修缮|0|外立面 脚手架 保温层 空鼓墙面 雨水立管 空调机位 防盗窗 色卡|铲除空鼓墙面 重做防水涂层 统一空调机位 排查脱落隐患 更换雨水立管|老楼改造 外墙修缮 平安社区 社区规划师
成套改造|0|合用厨房 独立卫生间 非成套住房 过渡房 户型图 签约率 搬家货车 里弄|推进首轮签约 调整户型设计 安排过渡住房 拆除违章搭建 清点历史构件|旧里改造 居民议事 老楼改造 历史风貌
弄堂微更新|0|弄口门头 砖墙 晾衣架 口袋座椅 青石板 老虎窗 门牌 绿植架|修复清水砖墙 更新晾晒设施 增设转角座椅 铺装青石板 点亮弄口灯带|微更新 历史风貌 公共空间 社区规划师
供水管网|7|水管 水压 二次供水 泵房 水箱 阀门井 黄水 水质报告|更换锈蚀水管 清洗二次供水水箱 检测末梢水质 抢修爆裂接口 迁移水表|供水改造 管网更新 水务 民生实事
燃气安全|6|燃气软管 灶具 报警器 立管 阀门 安检员 入户通知 燃气表|更换不锈钢波纹软管 加装熄火保护 复查违规灶具 入户安检 张贴安全提示|燃气安全 民生实事 消防安全 平安社区
雨污分流|4|雨水井 污水管 化粪池 检查井 混接点 泵站 河道 排水口|封堵混接点 疏通化粪池 改造雨水立管 测绘地下管线 检查排水口|雨污分流 水务 河道治理 管网更新
垃圾分类|4|湿垃圾 投放点 误时箱 可回收物 桶站 清运车 分类准确率 洗手池|增设误时投放点 改装除臭装置 核对清运时间 回收旧衣旧书 培训督导员|垃圾分类 绿色生活 志愿服务 环境整治
口袋公园|4|草坪 步道 花境 儿童沙坑 长椅 香樟 遮阳棚 健身器材|补种耐阴花卉 修整林下步道 安装直饮水 增设夜间照明 拆除破损围栏|口袋公园 公共空间 绿色生活 社区规划师
社区花园|4|菜箱 堆肥桶 种植日 自然笔记 园艺社 种子 雨水桶 蝴蝶|组织种植日 制作堆肥 搭建昆虫旅馆 认养花箱 记录物候|社区花园 绿色生活 亲子活动 自治项目
河道治理|4|护岸 水生植物 巡河员 排口 滨水步道 断面水质 曝气机 亲水平台|打捞漂浮物 栽种沉水植物 加固护岸 贯通滨水步道 公示断面水质|河道治理 公共空间 志愿服务 环境整治
长者食堂|2|助餐点 套餐 刷脸支付 送餐员 软饭 菜单 就餐补贴 餐盘|推出低盐套餐 优化送餐路线 增设软食窗口 公示食材来源 试行晚餐供应|长者食堂 为老服务 养老服务 食品安全
居家养老|2|护理员 助浴 紧急呼叫 家庭床位 扶手 夜间照护 适老化 护理计划|建立家庭照护床位 安装卫生间扶手 培训护理员 试点上门助浴 核定护理等级|养老服务 适老化改造 社工服务 为老服务
认知症友好|2|记忆咖啡馆 筛查 照护者 走失手环 认知训练 怀旧角 家属沙龙 评估师|开展早期筛查 发放防走失手环 举办家属沙龙 布置怀旧角 训练友好商户|认知症友好 养老服务 健康科普 社工服务
数字助老|2|智能手机 付款码 预约挂号 防诈课堂 字体设置 视频通话 学习手册 小课桌|手把手教老人预约挂号 整理图文手册 模拟转账骗局 设置大字模式 回访学员|数字助老 反诈宣传 志愿服务 终身学习
志愿服务队|1|红马甲 服务时长 排班表 队长 积分 结对 邻里敲门 服务日|组织敲门行动 登记服务时长 结对独居老人 兑换爱心积分 招募新队员|志愿服务 邻里互助 为老服务 自治项目
便民服务日|1|磨刀摊 修伞师傅 理发椅 量血压 缝补 义诊台 小家电 排队号|修理小家电 免费理发 义诊量血压 磨剪刀菜刀 代办证照咨询|便民服务 志愿服务 义诊 邻里互助
青年志愿者|1|大学生 暑期实践 小课堂 调研问卷 短视频 创业青年 白领 楼宇|开设暑期小课堂 入户填写问卷 拍摄社区短视频 陪伴困境儿童 翻译导览词|青年参与 志愿服务 亲子活动 社工服务
防汛防台|6|积水 沙袋 挡水板 下沉车库 值守 排水泵 应急包 预警短信|堆放防汛沙袋 转移低洼住户 疏通进水口 架设移动泵 通宵值守车库|防汛防台 应急演练 平安社区 水务
消防演练|6|灭火器 疏散通道 烟感 微型消防站 消火栓 逃生绳 楼道堆物 充电桩|清理楼道堆物 演练烟雾疏散 检修消火栓 建立微型消防站 培训楼组长|消防安全 应急演练 物业管理 平安社区
电动车充电|6|充电棚 飞线 阻车系统 换电柜 充电费 车棚 电池 雨棚|安装智能充电桩 整治飞线充电 加装梯控系统 调降夜间电价 扩建非机动车棚|电动车充电 消防安全 物业管理 民生实事
反诈宣传|6|骗局 转账 刷单 冒充客服 预警电话 宣传单 民警 银行网点|劝阻可疑转账 还原刷单骗局 进楼宣讲 张贴防骗海报 联动银行网点|反诈宣传 平安社区 终身学习 普法
物业选聘|3|业主大会 招标 物业费 表决票 服务标准 酬金制 候选企业 公示栏|召开业主大会 比选候选企业 公布收支账目 表决物业费标准 交接档案资料|物业管理 业委会 居民议事 信息公开
业委会建设|3|换届 委员 议事规则 公共收益 印章 审计 候选人 筹备组|启动换届筹备 审计公共收益 培训新任委员 修订议事规则 公开停车收入|业委会 物业管理 居民议事 信息公开
停车治理|3|车位 道闸 错峰共享 消防通道 访客车 划线 夜间停车 月租|划定消防通道 开放单位错峰泊位 重划地面车位 约谈长期占位车主 试行访客限时|停车治理 居民议事 物业管理 平安社区
三会制度|3|听证会 协调会 评议会 议题 楼组长 提案 主持人 票决|征集议事提案 召开听证会 票决实事项目 跟踪整改清单 培训议事主持人|居民议事 业委会 自治项目 楼组建设
邻里调解|3|噪声 漏水 调解员 老娘舅 协议 宠物 楼上楼下 法律顾问|调解楼上楼下漏水 订立邻里公约 劝导深夜噪声 约定遛犬时间 请律师释法|人民调解 邻里互助 普法 楼组建设
公共文化夜|5|露天电影 合唱队 沪剧 舞台 灯光 节目单 夜场 观众席|举办露天电影夜 排练合唱曲目 搭建临时舞台 邀请剧团进社区 征集居民节目|文化活动 公共空间 社区艺术 邻里互助
社区图书馆|5|借阅证 绘本 朗读亭 书架 读书会 自习座 捐书 馆长|延长夜间开放 开办绘本课 上架捐赠图书 组织主题读书会 调试自助借还机|社区阅读 亲子活动 终身学习 文化活动
非遗传承|5|剪纸 灯彩 面塑 传承人 工作坊 草编 展柜 老手艺|开设剪纸工作坊 展出灯彩作品 记录老手艺口述 带学生体验面塑 修复旧展柜|非遗传承 社区艺术 文化活动 历史风貌
社区史馆|5|老照片 口述史 展板 街区地图 旧物 捐赠人 讲解员 门楼|征集老照片 整理口述史 布展旧物 绘制街区地图 培训小讲解员|微更新 历史风貌 非遗传承 文化活动
全民健身|5|健身步道 乒乓桌 太极拳 篮球场 体质监测 社区运动会 教练 广场舞|更新健身器材 举办社区运动会 测定居民体质 错时开放球场 协商广场舞时段|全民健身 公共空间 健康科普 居民议事
家庭医生|7|签约 慢病 处方 血糖仪 随访 健康档案 药箱 社区医院|签约慢病家庭 上门随访 更新健康档案 延长处方时限 开设健康讲座|家庭医生 健康科普 为老服务 义诊
托育服务|7|托位 早教 宝宝屋 家长会 育儿员 午睡室 临时托 游戏角|开放临时托位 装修宝宝屋 培训育儿员 举办家长沙龙 检查午睡室通风|托育服务 亲子活动 民生实事 社工服务
就业援助|7|岗位 零工市场 招聘会 简历 技能培训 灵活就业 求职者 补贴|举办家门口招聘会 开设技能培训 登记零工需求 指导修改简历 落实社保补贴|就业援助 终身学习 民生实事 青年参与
菜市场改造|7|摊位 公平秤 追溯屏 鱼档 通风 早餐铺 菜价 排水沟|翻新鱼档排水沟 安装公平秤 公示菜价 重排摊位动线 引入早餐铺|菜市场改造 食品安全 便民服务 民生实事
""".strip().splitlines()
]

PLACES = [
    a + b
    for a in (
        "青槐",
        "南桥",
        "北塘",
        "柳荫",
        "梧桐",
        "长风",
        "永兴",
        "望江",
        "临水",
        "和平",
        "春晖",
        "安平",
        "石库",
        "新泾",
        "曲水",
        "东篱",
    )
    for b in ("里社区", "街坊", "苑小区", "新村", "弄")
]
UNITS = [
    "居委会",
    "街道办事处",
    "业委会",
    "物业服务处",
    "社区党群中心",
    "区房管局",
    "社工站",
    "社区卫生中心",
    "施工方",
    "楼组长联席会",
    "社区规划师团队",
    "共建单位",
]
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾"
GIVEN = "建国 秀英 志明 桂兰 晓东 玉珍 文博 海燕 国强 美华 思远 丽萍 永康 春梅 子涵 佩芳 立新 慧敏 长林 雅琴".split()
ROLES = ["居民", "楼组长", "志愿者", "项目负责人", "社工", "退休教师", "业主代表", "网格员"]
LATIN = ["WiFi", "LED", "APP", "PVC", "DN100", "AED", "GIS", "5G", "BIM", "CCTV", "PM2.5", "24h"]
SOURCES = ["社区晨报", "街坊周刊", "邻里新闻网", "城市微更新观察", "街道融媒体中心"]
FEELINGS = [
    "“住了几十年，这回真的盼到了”",
    "“大家的事，大家商量着办”",
    "“小事办好了，日子就顺了”",
    "“听得进意见，才做得成事情”",
    "“多走几趟不要紧，关键是把话说透”",
    "“以前绕着走，现在抢着来”",
    "“账目摊开看，心里就踏实”",
]
DOCS = ["《居民公约》", "《实施方案》", "《告居民书》", "《议事规则》", "《服务清单》", "《施工周报》"]
HEADINGS = [
    "{n0}成了最大的难题",
    "一张{n0}清单的由来",
    "从“{n1}”说起",
    "怎样{a0}？",
    "{n0}与{n1}：两道绕不开的坎",
    "让{n2}看得见",
    "{u}的三次协商",
    "居民怎么说",
    "下一步：{a1}",
    "{n0}之后，还有{n2}",
    "数字里的{t}",
    "留住{n1}的记忆",
]
TITLES = [
    "{p}{a0}：{n0}不再是烦心事",
    "{t}进行时——{p}的{d}天",
    "“{n0}”问题怎么解？{p}给出一份答卷",
    "{p}启动{t}，{n1}有了新方案",
    "{a0}，{p}{d}户居民受益",
    "{u}牵头{t} {p}居民点赞",
    "从{n0}到{n1}：{p}{t}观察",
]
SENTENCES = [  # topic-bearing
    "{p}的{n0}问题由来已久，{u}在走访{d}户家庭后，决定先从{n1}入手，{a0}。",
    "记者在现场看到，{n0}旁已经贴出公示，{n1}和{n2}的位置一目了然，{r}{m}正在向邻居解释为什么要{a0}。",
    "{f}，{r}{m}指着{n0}说，过去每逢{s}，{n1}总是最让人头疼的事。",
    "为了{a0}，{u}连续召开{k}次碰头会，把{n0}、{n1}、{n2}逐项列入{doc}，并约定每{k}周通报一次进度。",
    "按照计划，{p}将在{y}年{mo}月底前{a0}，同时{a1}，预计投入{w}万元，惠及{d}户居民。",
    "在{t}的推进过程中，**{n0}**始终是绕不过去的一关——既要考虑{n1}，也要顾及{n2}。",
    "{u}工作人员{m}介绍，这次{t}采用了{l}方案，{n0}的完好率由{pc}%提高到{pd}%。",
    "“{n0}能不能动，先听{n1}这边的意见。”{r}{m}说，{a0}之前，大家心里都要有本账。",
    "对比{k}个备选方案后，议事小组认为应当先{a0}，再{a1}，把{n2}留到第二阶段处理。",
    "{s}里，{n0}的使用频率明显上升，{u}随即{a1}，并在{n2}附近增派了人手。",
    "专业团队用{l}设备对{n0}做了检测，发现{k}处隐患，其中{n1}最为集中，需要尽快{a0}。",
    "围绕{n0}的讨论持续了{k}个晚上，最终以{pd}%的同意率通过，{t}由此迈出关键一步。",
]
GENERIC = [  # shared by all topics
    "消息一出，楼下的小广场上很快围满了人，你一言我一语，气氛热烈。",
    "也有人担心后续管理跟不上，{u}当场承诺建立回访制度，{k}天内答复。",
    "{r}{m}把大家的意见记在本子上，回去又逐条核对，一直忙到深夜{k}点。",
    "截至目前，共收到意见{d}条，采纳{k}条，其余正在研究之中。",
    "“办法总比困难多，”{m}笑着说，“关键是要有人牵头，也要有人监督。”",
    "相关情况可查阅[{src}的专题页面](https://news.example.org/{l2}/{d})，居民也可致电社区热线。",
    "此前的做法见[本报报道](/articles/{link}/)，两者可以对照来看。",
    "{u}表示，将把成熟的经验写进{doc}，让后来者少走弯路。",
    "天气渐渐转{hc}，工作的节奏却没有慢下来，*细水长流*成了大家挂在嘴边的话。",
    "从{y}年算起，这已经是{p}的第{k}次尝试。",
]
ENDS = [
    "采访结束时，{m}又提起那句老话：{f}。",
    "{t}不是终点——{p}的居民们还在商量下一件事。",
    "接下来，{u}将继续{a1}，本报也将持续关注。",
]


def build(seed, k):
    """Article K as a dict; a pure function of (seed, K)."""
    rng = random.Random(f"{seed}/{k}")
    pick = rng.choice
    topic = pick(TOPICS)
    name, cat, nouns, actions, tags = topic[0], int(topic[1]), *(part.split() for part in topic[2:])
    place = pick(PLACES)

    def fill(template):
        n, a = rng.sample(nouns, 3), rng.sample(actions, 2)
        return template.format(
            t=name,
            p=place,
            n0=n[0],
            n1=n[1],
            n2=n[2],
            a0=a[0],
            a1=a[1],
            u=pick(UNITS),
            r=pick(ROLES),
            f=pick(FEELINGS),
            m=pick(SURNAMES) + pick(GIVEN),
            d=rng.randint(12, 980),
            k=rng.randint(2, 12),
            w=rng.randint(8, 460),
            y=rng.randint(2016, 2026),
            mo=rng.randint(1, 12),
            pc=rng.randint(35, 65),
            pd=rng.randint(70, 98),
            s=pick(["梅雨季", "盛夏", "寒潮天", "早高峰", "节假日", "晚饭后"]),
            l=pick(LATIN),
            l2=pick(LATIN).lower(),
            doc=pick(DOCS),
            src=pick(SOURCES),
            hc=pick("凉暖热冷"),
            link=f"a{rng.randrange(k) if k else 0:06d}",
        )

    def paragraph():
        bank = rng.sample(SENTENCES, 3) + rng.sample(GENERIC, 1)
        return "".join(map(fill, rng.sample(bank, rng.randint(2, 3))))

    body = [paragraph()]
    headings = rng.sample(HEADINGS, rng.randint(3, 5))
    extras = rng.sample(range(len(headings)), 2)
    for i, heading in enumerate(headings):
        body.append("## " + fill(heading))
        body += [paragraph() for _ in range(rng.randint(2, 4))]
        kind = rng.random()
        if i == extras[0] and kind < 0.45:
            body.append("\n".join("- " + fill("**{n0}**：{a0}，由{u}负责") for _ in range(rng.randint(3, 4))))
        elif i == extras[0] and kind < 0.65:
            rows = [fill("| {n0} | {d} | {pd}% |") for _ in range(3)]
            body.append("\n".join(["| 项目 | 数量 | 满意度 |", "| --- | --- | --- |", *rows]))
        elif i == extras[1] and kind < 0.5:
            body.append(fill("![{p}的{n0}](/images/p%02d.png)" % rng.randrange(24)))
    while sum(map(len, body)) < 1560:
        body.append(paragraph())
    body.append(fill(pick(ENDS)))
    others = [t for row in rng.sample(TOPICS, 3) for t in row[4].split()]
    own = rng.sample(tags, rng.randint(2, 4))
    if rng.random() < 0.3:
        own.append(pick(others))
    return {
        "topic": name,
        "slug": f"a{k:06d}",
        "title": fill(pick(TITLES)),
        "category": CATEGORIES[cat],
        "tags": list(dict.fromkeys(own)),
        "author": pick(SURNAMES) + pick(GIVEN),
        "source": pick(SOURCES),
        "editor": pick(SURNAMES) + pick(GIVEN),
        "subtitle": fill("——{p}{t}的{d}个日夜"),
        "summary": fill("{p}以{n0}为突破口推进{t}，{u}计划{a0}，惠及{d}户居民。"),
        "body": "\n\n".join(body) + "\n",
    }


def stamp(k, total):
    """Publication time: articles in order, spread evenly over nine years (minute resolution)."""
    return datetime(2017, 1, 1, 8) + timedelta(minutes=int(k * (9 * 365 * 1440 - 1) / max(total, 1)))


def _yaml(art, when, date, **extra):
    rows = {
        "title": art["title"],
        "date": when.strftime(date),
        "slug": art["slug"],
        "category": art["category"],
        "tags": "[" + ", ".join(art["tags"]) + "]",
        **{key: art[key] for key in ("author", "source", "editor", "subtitle", "summary")},
        **extra,
    }
    return (
        "---\n" + "".join(f"{key}: {value}\n" for key, value in rows.items() if value is not None) + "---\n\n"
    )


def _quoted(art):
    """The same front matter with quoted strings, for strict YAML readers."""
    return {
        **art,
        **{key: json.dumps(art[key], ensure_ascii=False) for key in ("title", "subtitle", "summary")},
    }


ISO = "%Y-%m-%dT%H:%M:%S+08:00"
TOC = {
    "pelican": "[TOC]\n\n",
    "nikola": "[TOC]\n\n",
    "eleventy": "[[toc]]\n\n",
}  # where the TOC is a marker in the body
FORMATS = {  # format: (source folder, front-matter writer)
    "linli": (
        "content/news",
        lambda a, w: _yaml(  # the file name is the address
            _quoted(a), w, "%Y-%m-%d %H:%M", slug=None, author=None, authors=f"[{a['author']}]"
        ),
    ),
    "pelican": ("content", lambda a, w: _yaml(a, w, "%Y-%m-%d %H:%M", tags=", ".join(a["tags"]))),
    "hugo": (
        "content/articles",
        lambda a, w: _yaml(_quoted(a), w, ISO, category=None, categories=f"[{a['category']}]"),
    ),
    "eleventy": ("articles", lambda a, w: _yaml(_quoted(a), w, ISO)),
    "astro": ("articles", lambda a, w: _yaml(_quoted(a), w, ISO, slug=None, sid=a["slug"])),
    "hexo": (
        "source/_posts",
        lambda a, w: _yaml(  # "source" is one of Hexo's own names
            _quoted(a),
            w,
            "%Y-%m-%d %H:%M:%S",
            slug=None,
            source=None,
            origin=a["source"],
            category=None,
            categories=f"[{a['category']}]",
        ),
    ),
    "nikola": (
        "posts",
        lambda a, w: _yaml(
            _quoted(a), w, "%Y-%m-%d %H:%M:%S UTC+08:00", summary=None, description=_quoted(a)["summary"]
        ),
    ),
    "zola": (
        "content/articles",
        lambda a, w: _yaml(
            _quoted(a),
            w,
            ISO,
            **dict.fromkeys(("category", "tags", "author", "source", "editor", "subtitle", "summary")),
            description=_quoted(a)["summary"],
            taxonomies="{categories: [%s], tags: [%s]}" % (a["category"], ", ".join(a["tags"])),
            extra="{%s}"
            % ", ".join(f"{key}: {_quoted(a)[key]}" for key in ("author", "source", "editor", "subtitle")),
        ),
    ),
}


def write_pictures(folder):
    """Twenty-four small PNG pictures, 640 by 400, that the bodies refer to."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    folder.mkdir(parents=True, exist_ok=True)
    for k in range(24):
        rows = b"".join(
            b"\0" + bytes((x * (k + 3) + y * 5) // 9 % 256 for x in range(640)) for y in range(400)
        )
        (folder / f"p{k:02d}.png").write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", 640, 400, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9))
            + chunk(b"IEND", b"")
        )


def write_corpus(total, seed, out, fmt):
    """Write the corpus; returns {slug: topic}."""
    if fmt == "linli":
        write_pictures(Path(out) / "content/images")
    folder, front = FORMATS[fmt]
    base = Path(out) / folder
    topics = {}
    for k in range(total):
        art, when = build(seed, k), stamp(k, total)
        path = base / str(when.year) / f"{art['slug']}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front(art, when) + TOC.get(fmt, "") + art["body"], encoding="utf-8")
        topics[art["slug"]] = art["topic"]
    return topics


def touch(k, out):
    """Append one numbered paragraph to article K, wherever below OUT its source lies."""
    name = f"a{k:06d}.md"
    folders = sorted({folder for folder, _ in FORMATS.values()})
    found = [p for f in folders for p in sorted((Path(out) / f).glob(f"*/{name}"))]
    if not found:
        sys.exit(f"make_corpus: no {name} under {out}")
    text = found[0].read_text(encoding="utf-8")
    count = text.count("编辑部更新（第") + 1
    found[0].write_text(
        f"{text}\n编辑部更新（第{count}次）：**{count}**号楼的居民反馈已经补充进来，感谢读者来信。\n",
        encoding="utf-8",
    )
    return found[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, metavar="N")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--out", required=True, metavar="DIR")
    parser.add_argument("--format", choices=sorted(FORMATS))
    parser.add_argument(
        "--touch", type=int, metavar="K", help="edit article K of an existing corpus and stop"
    )
    parser.add_argument("--truth", metavar="FILE", help="write {slug: latent topic} as JSON")
    args = parser.parse_args()
    if args.touch is not None:
        print(touch(args.touch, args.out))
        return
    if args.articles is None or args.format is None:
        parser.error("--articles and --format are needed (or --touch)")
    topics = write_corpus(args.articles, args.seed, args.out, args.format)
    if args.truth:
        Path(args.truth).write_text(json.dumps(topics, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
