"""Front matter as other sites have it, in our own words: exporters, gardens, magazines, docs.

Each site is a few files by their paths, its config among them. What they are like was seen in
public repositories; names, texts and addresses are made up.
"""

# ruff: noqa: E501, W291  # front matter of scripts has long lines, and spaces at their ends
from __future__ import annotations

from collections.abc import Mapping

SITES: dict[str, Mapping[str, str]] = {}
"""Name -> path below the site's root -> text."""


def page(front: str, body: str = "Body text of the article, long enough.\n") -> str:
    """An article with this front matter."""
    return f"---\n{front}---\n\n{body}"


def site(name: str, files: Mapping[str, str]) -> None:
    """Add a site."""
    SITES[name] = files


site(
    "wp_jekyll",
    {
        "_config.yml": "title: Diário de bordo\npermalink: /:year/:month/:day/:title/\n",
        "_posts/2011-07-09-quebra-cabecas.md": page("""layout: post
status: publish
published: true
title: Quebra-cabeças de lógica - primeiros passos
author:
  display_name: Tiago Bento
  login: tiago.bento
  email: oi@tiagobento.example.org
  url: http://tiagobento.example.org/
author_login: tiago.bento
author_email: oi@tiagobento.example.org
author_url: http://tiagobento.example.org/
wordpress_id: 1712
wordpress_url: http://blog.tiagobento.example.org/?p=1712
date: '2011-07-09 16:05:20 -0300'
date_gmt: '2011-07-09 19:05:20 -0300'
categories:
- PHP
- Artigos
- Python
tags:
- PHP
- Programação
- python
- projeto lógico
comments: []
"""),
        "_posts/2014-01-27-armazenamento.md": page(
            """layout: post
status: publish
published: true
title: Armazenamento aberto (e fechado!) - a minha opinião
author_login: tb
wordpress_id: 335
wordpress_url: "//tiagobento.example.org/?p=335"
date: '2014-01-27 14:33:46 -0500'
date_gmt: '2014-01-27 19:33:46 -0500'
categories:
- Nuvem
tags: []
comments:
- id: 676
  author: Outro Blog @ Notas
  author_email: ''
  author_url: http://outro.example.org/107/
  date: '2006-11-26 23:17:38 -0500'
  content: "[...] o exemplo supõe que o ficheiro exista. Se não exist&#39; [...]"
""",
            "<h4><strong>ATUALIZADO</strong></h4>\n<p>Texto.</p>\n",
        ),
    },
)
site(
    "wp_sync",
    {
        "_config.yml": "title: Notes\n",
        "_posts/2015-07-01-two-bundlers.md": page("""ID: 376
post_title: Two bundlers compared
author: nilsf
post_excerpt: ""
layout: post
permalink: >
  http://nilsf.example.org/2015/07/01/two-bundlers/
published: true
post_date: 2015-07-01 06:04:56
"""),
        "_posts/2016-04-11-vpn.md": page("""ID: 561
post_title: 'Cloud &#8211; private networks'
author: nilsf
post_excerpt: ""
layout: post
permalink: >
  https://nilsf.example.org/tutorials/cloud/private-networks
published: true
post_date: 2016-04-11 00:00:00
"""),
    },
)
site(
    "ghost_jekyll",
    {
        "_config.yml": "title: x\n",
        "_posts/2017-07-09-callbacks.html": page("""layout: post
title: Callback และ Promise
date: '2017-07-09 00:00:00 +0000'
slug: callbacks
permalink: "/callbacks/"
author: Somchai Dee
tags: []
excerpt: |2

  การเรียกใช้โค้ดแบบชิลๆ
canonical_url: https://medium.com/@somchai/callbacks-f3e0724e0a8d
ghost_id: 5e929aca9c3d50000174a329
visibility: public
"""),
    },
)
site(
    "hexo_zh",
    {
        "_config.yml": "title: 博客\ntheme: next\npermalink: :year/:month/:day/:title/\n",
        "package.json": '{"dependencies":{"hexo":"^7.0.0"}}',
        "source/_posts/etcd.md": page("""title: etcd备份和检查命令
abbrlink: f2101881
date: 2022-11-24 00:05:09
tags:
  - kubernetes
  - etcd
  - 备份
categories: etcd
cover: img/fengmian/etcd.jpeg
"""),
        "source/_posts/404.md": page("""title: 主题 404 页面增加最近文章
tags:
  - Hexo
  - 精选
categories: 主题魔改
keywords: 'hexo,主题,doc,教程,文档'
abbrlink: 2c9bc301
date: 2021-05-13 17:08:31
cover: https://cdn.jsdelivr.net/gh/someone/CDN/img/material-2.png
"""),
        "source/_posts/rgw.md": page("""uuid: 80eeedf0-8f81-11ef-87b8-b57bfc12ab55
title: 对象整体上传
abbrlink: 44522
date: 2024-10-21 15:53:04
updated: 
banner_img: https://bing.example.org/img/2024/10/24/2024-10-24_hd.jpg
tags: rgw
categories: ceph
mermaid: true
"""),
        "source/_posts/lc33.md": page("""title: 【LeetCode】33. Search in Rotated Sorted Array
categories:
  - 算法与数据结构
  - LeetCode
description: 33. 搜索旋转排序数组。主题：数组、二分查找。难度：中等。
abbrlink: '66578634'
date: 2019-08-18 10:00:34
tags:
keywords:
"""),
        "source/_posts/wlan.md": page("""layout: post
title: 9.15下午——WLAN（AC+AP）
abbrlink: c21e9849e1ea4e6fbf4bde29aeeb8bdf
tags: []
categories:
  - 华为认证
date: 1789453900711
updated: 1789644651576
"""),
    },
)
site(
    "qiita",
    {
        "articles/a.md": page("""title: 保存時の検証をスキップする方法
tags:
  - Rails
private: false
updated_at: '2025-09-23T23:58:40+09:00'
id: be4c3938e1a0e4630f9e
organization_url_name: null
slide: false
ignorePublish: false
"""),
        "articles/b.md": page("""title: '#CLOUD_re:Launch_ふりかえり_2023_in_Osaka_参加レポート'
tags:
  - '参加レポート'
private: true
updated_at: ''
id: null
organization_url_name: null
slide: false
ignorePublish: true
"""),
        "articles/c.md": page("""title: llama 完全解説 (3) — 「矛盾は計算できる」: 構造進化 × 40 原理 × Z3 検証
tags:
  - llama
  - 解説
private: false
updated_at: '2026-05-22'
id: null
organization_url_name: null
slide: false
ignorePublish: true
"""),
    },
)
site(
    "hatena",
    {
        "entry/jetty.md": page("""Title: 組込Jetty：Filterを使う
Category:
- Java
Date: 2017-10-11T10:20:01+09:00
URL: https://web-notes.hatenablog.com/entry/java/jetty/use-filter
EditURL: https://blog.hatena.ne.jp/notes/web-notes.hatenablog.com/atom/entry/8599973812306834949
"""),
        "entry/vim.md": page("""Title: "Vimで快適なRailsライフを"
Category:
- Vim
- Rails
Date: 2012-07-05T21:21:00+09:00
URL: http://blog.notes.example.org/entry/2012/07/05/Vim%E3%81%A7%E5%BF%AB
EditURL: https://blog.hatena.ne.jp/notes/notes.hatenablog.com/atom/entry/12704591929890985456
"""),
    },
)
site(
    "astropaper",
    {
        "astro.config.mjs": "export default {}\n",
        "src/content/blog/netlify.md": page("""author: Taro Grau
pubDatetime: 2023-11-07T23:46:00Z
title: Netlifyでサイトを公開する手順
postSlug: Netlifyでサイトを公開する手順
featured: true
draft: false
tags:
  - GitHub
  - DevOps

description: "Netlifyでサイトを公開する手順をご説明します。"
"""),
        "src/content/blog/ssl.md": page("""author: Or G.
pubDatetime: 2025-11-26
modDatetime: 2025-11-26
title: OpenSSL Cheat Sheet
ogImage: OpenSSL Cheat Sheet
slug: openssl-cheat-sheet
featured: false
draft: false
description: OpenSSL Cheat Sheet
"""),
        "src/content/blog/loader.md": page("""author: tanc
pubDatetime: 2018-12-02T14:00:00+08:00
modDatetime: 2018-12-02T14:00:00+08:00
title: Java 类加载机制详解
slug: personal/20181202-java-classloader
featured: false
draft: false
tags:
  - Java
  - Classloader
description:
  深入理解 Java 的类加载机制，包括内置类加载器。

"""),
        "src/content/blog/crop.md": page("""title: Crop image on the client side with JCrop and HTML5 canvas element
pubDatetime: 2011-09-26T15:29:00Z
description: Suppose you are working on a nice web application where the user can upload images to, for example, a shop catalogue (mmm... that makes me think :p ) but wait... you don't the catalogue…
tags:
  - html5
  - tricks
"""),
        "src/content/blog/video.md": page("""title: "Thiết kế Hệ thống Xử lý và Phát Video (Video Processing & Streaming)"
description: "Thiết kế cho việc tiếp nhận, chuyển mã, bảo vệ, đóng gói và phân phối video."
pubDatetime: 2026-08-15T10:00:00+07:00
tags: ["system-design", "architecture"]
draft: false
featured: false
"""),
    },
)
site(
    "garden_11ty",
    {
        ".eleventy.js": "module.exports = {}\n",
        "src/site/notes/uncertain.md": page("""tags: derivation, QM, heisenberg, energy
dg-publish: true
mathLink: 
"""),
        "src/site/notes/terminal.md": page("""dg-publish: true
tags: ["#lecture", "#note", university]
Course Code:
  - "[[CSC207]]"
Week: 1
Module:
  - "[[1 - Software Developer Skills and Tools]]"
Date: 2024-09-05
Date created: Thu., Sep. 5, 2024, 1:16:12 pm
Date modified: Tue., Dec. 10, 2024, 6:03:27 am
"""),
        "src/site/notes/pharyngitis.md": page(
            """created: '2026-02-13T17:51:32.000357Z'
description: Inflammation of the pharynx, causing a sore throat.
dg-home: false
dg-publish: true
permalink: /garden/dev/condition/pharyngitis/
slug: pharyngitis
tags:
- condition
- acute
templateEngineOverride: njk
title: Pharyngitis
type: condition
updated: '2026-02-13T17:51:32.000357Z'
""",
            "{% raw %}\n<h1>Pharyngitis</h1>\n<p>Not specified.</p>\n{% endraw %}\n",
        ),
        "src/site/notes/primer.md": page("""aliases: []
date: 02-11-2025
dg-publish: true
parent:
summary: Праймеры из ридов и фильтрует по качеству
tags: []
type: 📄note
wiki_link: https://cutadapt.example.org.org/en/stable/
⚙️Methods:
  - samplePreparation
💻Bioinfo:
  - tool
"""),
    },
)
site(
    "indieweb",
    {
        ".eleventy.js": "module.exports = {}\n",
        "notes/vstack.md": page("""date: 2022-11-21T12:16:06.791-05:00
title: VSTACK function - Microsoft Support
bookmark-of: https://support.microsoft.com/en-us/office/vstack-function-a4b86897
syndication:
  - https://mastodon.social/@someone/109382929711001914
"""),
        "notes/error.md": page("""date: 2024-01-20T04:01:25.482Z
slug: javascript-error-construction
bookmark-of: https://stackoverflow.com/a/13294683/4252741
references:
  - published: ''
    url: https://stackoverflow.com/a/13294683/4252741
    content:
      "Both are fine; this is stated in the specification: '...
      Thus the function call Error(…) is equivalent.'"
    name: throw Error('msg') vs throw new Error('msg')
tags:
  - TIL
excludeFromMainFeed: false
"""),
    },
)
site(
    "microblog_jekyll",
    {
        "_config.yml": "title: x\n",
        "_posts/2018-09-28-til.md": page("""layout: post
microblog: true
audio: 
date: 2018-09-28 22:13:51 -0700
guid: http://someone.micro.blog/2018/09/29/til.html
"""),
        "_posts/2025-10-24-media.md": page("""layout: post
title: "Submodule 2 — Media Literacy: Signal of Deception"
description: "End Module test: repair the ship using media literacy."
permalink: /digital/end/submodule_2/
parent: "End Quest"
team: "CodeMaxxers"
submodule: 2
categories: [CSP, Submodule, End]
tags: [end, submodule, codemaxxers, media-literacy]
author: "Cyrus Z"
microblog: True
date: 2025-10-24
breadcrumb: true
"""),
        "museum.md": page("""layout: post
microblog: true
title: Night at the Museum
permalink: /n@tm/
author: Seo P
"""),
    },
)
site(
    "rss_fr",
    {
        "notes/promptfoo.md": page("""title: "Promptfoo - Fini le doigt mouillé pour tester"
author: "Gorben"
date: 2026-03-16T09:04:31.000Z
type: site
subject:
category: IT Global
tags:
  - "developpement/devops-infrastructure"
  - "intelligence-artificielle/chatbots-llm"
  - "promptfoo"
  - "Sécurité IA"
rss_source: Blog
url: https://gorben.example.org/promptfoo-tester.html
note: 0
seen: false
""")
    },
)
site(
    "planet_jekyll",
    {
        "_config.yml": "title: Planet\n",
        "_posts/2022-08-24-offsec.md": page("""title: 'OffSec Live: PEN-200 &amp; Deep Dive'
date: 2022-08-24 12:00:00.000000000 Z
layout: post-external
original_link: https://iguana.example.org/log/2022-08-24-deep-dive.html
author: 100007
"""),
        "_posts/2024-01-14-comments.md": page("""title: "\\U0001F331 adding a comments section to a static site"
date: 2024-01-14 00:00:00.000000000 Z
layout: post-external
original_link: https://person.example.org/%F0%9F%8C%B1/2024/01/14/adding-a-comments-section.html
author: 100646
"""),
    },
)
site(
    "docfx",
    {
        "docfx.json": "{}",
        "articles/vm.md": page("""title: Create a virtual machine
titleSuffix: Contoso Cloud
description: Learn how to create a virtual machine, and how to connect to it.
services: virtual-machines
author: jdoe
ms.author: jdoe
manager: asmith
ms.service: virtual-machines
ms.topic: quickstart
ms.date: 05/12/2021
ms.custom: mvc, devx-track-js
"""),
        "articles/task.md": page("""title: Accept or reject a task
description: Accept a task if you are ready to work on it. Reject it and give a reason if not.
locale: en-US
canonical_url: https://docs.contoso.example.org/r/t\\_AcceptOrReject.html
release: australia
topic_type: task
last_updated: "2026-03-12"
reading_time_minutes: 2
breadcrumb: [Execute work order tasks, Use, Field Service Management]
"""),
    },
)
site(
    "podcast_hugo",
    {
        "hugo.toml": 'baseURL="https://pod.example.org/"\ntheme="castanet"\n',
        "content/episode/67.md": page("""episode: "67"
title: "Mirrors, Motors and Makefiles"
Date: 2025-11-09T00:00:00Z
Description: "A slimming mirror, an electric motor, and a build tool."
episode_image: "/img/episode/3000x3000.png"
podcast_duration: "54:09"
podcast_bytes: 27357184
podcast_file: "https://cdn.pod.example.org/67.mp3"
explicit: "no"
hosts: ["ana", "ben"]
aliases: ["/67"]
youtube: "qf1DsvSpP7U"
"""),
        "content/episode/68.md": page("""Description: ""
aliases: ["/68"]
author: "Ben"
categories: []
date: "2025-11-23T10:00:00-05:00"
episode: "68"
episode_banner: ""
explicit: "no"
guests: []
images: ["img/episode/default-social.jpg"]
news_keywords: []
podcast_duration: "1:02:13"
podcast_file: ""
podcast_bytes: ""
title: "Ep. 68: AC/DC, HTTP/3 & C++"
youtube: ""
truncate: ""
upcoming: false
"""),
    },
)
site(
    "podcast_jekyll",
    {
        "_config.yml": "title: x\n",
        "_posts/2017-11-02-collab.md": page(
            """title: "Podcast: Collaborating on API definitions"
permalink: /2017/11/02/collab-podcast/
categories:
- api-doc
- podcasts
keywords: API design, OpenAPI, Swagger
description: "Many platforms also offer other features (such as versioning, content re-use, inline commenting, and more)."
bitlink: http://bit.ly/collabplatform
image: https://s3.us-west-1.storage.example.org/logo.png
podcast_link: https://www.podtrac.com/pts/redirect.mp3/s3.storage.example.org/podcasts/collab.mp3
podcast_file_size: 13.7 MB
podcast_duration: "16:47"
podcast_length: 13739596
""",
            "{% include audio.html %}\n\n## Text\n",
        ),
    },
)
site(
    "zola_garden",
    {
        "config.toml": 'base_url="https://g.example.org"\ntaxonomies=[{name="tags"},{name="series"}]\n',
        "templates/index.html": "",
        "content/notes/gardening.md": '+++\ntitle = "Compost, explained"\ndate = 2023-04-05\nupdated = 2023-05-01\n\n[taxonomies]\ntags = ["soil", "C/N ratio"]\nseries = ["Garden"]\n\n[extra]\ntoc = true\nrelated = ["/notes/worms"]\n+++\nText.\n',
        "content/notes/_index.md": '+++\ntitle = "Notes"\nsort_by = "date"\ntemplate = "notes.html"\n+++\n',
    },
)
site(
    "k8s_docs",
    {
        "hugo.toml": 'baseURL="https://d.example.org/"\n[module]\n[[module.imports]]\npath="github.com/google/docsy"\n',
        "content/en/docs/concepts/pods.md": page(
            """reviewers:
- erin
- "@mike"
title: Pods
api_metadata:
- apiVersion: "v1"
  kind: "Pod"
content_type: concept
weight: 10
no_list: true
""",
            '{{< glossary_tooltip text="Pods" term_id="pod" >}} run.\n',
        ),
        "content/zh-cn/docs/concepts/pods.md": page("""reviewers:
- erin
title: Pod
content_type: concept
weight: 10
no_list: true
card:
  name: concepts
  weight: 60
"""),
    },
)
site(
    "mdn",
    {
        "files/en-us/web/api/fetch/index.md": page("""title: "Window: fetch() method"
short-title: fetch()
slug: Web/API/Window/fetch
page-type: web-api-instance-method
browser-compat: api.fetch
status:
  - experimental
"""),
        "files/fr/web/api/fetch/index.md": page("""title: Window.fetch()
slug: Web/API/Window/fetch
l10n:
  sourceCommit: 1f216a70d94c3901c5767e6108a29daa48edc070
"""),
    },
)
site(
    "gatsby",
    {
        "gatsby-config.js": "module.exports={}",
        "src/pages/blog/2017-01-04-coffee.md": page("""templateKey: blog-post
title: 'Just in: small batch of Jamaican beans'
date: 2017-01-04T15:04:10.000Z
featuredpost: false
featuredimage: /img/products-full-width.jpg
description: >-
  We’re proud to announce that we’ll be offering a small batch of beans. Jamaican beans, to be exact.
tags:
  - brewing
  - chemex
"""),
    },
)
site(
    "academic_hugo",
    {
        "config/_default/hugo.yaml": "baseURL: https://lab.example.org/\n",
        "config/_default/module.yaml": "imports:\n  - path: github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind\n",
        "content/publication/2019-x/index.md": page("""title: "An example conference paper: 2 × 2 designs"
authors:
- admin
- Robert F.
author_notes:
- "Equal contribution"
- "Equal contribution"
date: "2013-07-01T00:00:00Z"
doi: ""
publishDate: "2017-01-01T00:00:00Z"
publication_types: ["paper-conference"]
publication: In *Wowchemy Conference*
abstract: Lorem ipsum dolor sit amet.
summary: Lorem ipsum dolor sit amet.
tags: []
featured: true
url_pdf: ''
url_code: 'https://github.com/x/y'
url_dataset: ''
image:
  caption: 'Image credit: [**Unsplash**](https://unsplash.com/photos/pLCdAaMFLTE)'
  focal_point: ""
  preview_only: false
projects: []
slides: example
"""),
        "content/event/talk.md": page("""title: Example Talk
event: Wowchemy Conference
event_url: https://example.org
location: Source Themes HQ
date: "2030-06-01T13:00:00Z"
date_end: "2030-06-01T15:00:00Z"
all_day: false
publishDate: "2017-01-01T00:00:00Z"
authors: [admin]
tags: []
"""),
    },
)
site(
    "chirpy_ko",
    {
        "_config.yml": "theme: jekyll-theme-chirpy\ntimezone: Asia/Seoul\n",
        "_posts/2023-03-01-spring.md": page("""title: "[Spring] 스프링 부트로 API 만들기 (1)"
author: kim
date: 2023-03-01 14:10:00 +0900
categories: [Backend, Spring]
tags: [spring, 자바, rest api]
math: true
pin: true
image:
  path: /commons/devices-mockup.png
  lqip: data:image/webp;base64,UklGRpoAAABXRUJQVlA4WAoAAAAQAAAADwAA
  alt: 반응형 화면
"""),
        "_tabs/about.md": page("""# the default layout is 'page'
icon: fas fa-info-circle
order: 4
"""),
    },
)
site(
    "hindi_hugo",
    {
        "hugo.toml": 'baseURL="https://samachar.example.org/"\n[taxonomies]\ntag="tags"\ncategory="categories"\n',
        "content/desh/baadh.md": page("""title: "बिहार में बाढ़: कोसी खतरे के निशान से ऊपर"
date: 2025-08-12T09:30:00+05:30
lastmod: 2025-08-12T11:00:00+05:30
slug: bihar-kosi-baadh
description: "कोसी नदी का जलस्तर बढ़ा, पाँच ज़िलों में अलर्ट"
tags: ["बिहार", "बाढ़", "कोसी"]
categories: ["देश"]
author: "संवाददाता"
source: "समाचार डेस्क"
link: "https://samachar.example.org/desh/baadh?id=123"
"""),
    },
)
site(
    "arabic_hugo",
    {
        "hugo.toml": 'baseURL="https://akhbar.example.org/"\ndefaultContentLanguage="ar"\n',
        "content/news/saylab.md": page("""title: "فيضان النهر يقطع الطريق بين المدينتين"
date: 2025-03-01T08:00:00+03:00
draft: false
description: «ارتفع منسوب المياه»، قال العمدة
tags:
  - طقس
  - "مدن/قرى"
categories: [محليات]
author: هيئة التحرير
"""),
    },
)
site(
    "turkish_jekyll",
    {
        "_config.yml": "title: x\ntimezone: Europe/Istanbul\n",
        "_posts/2024-02-10-ankara.markdown": page("""layout: post
title:  "Ankara'da kar: İstanbul'a uçuşlar ertelendi"
date:   2024-02-10 21:15:32 +0300
categories: haber hava
tags: [İstanbul, ankara, kar yağışı]
excerpt: Kar yağışı etkili oluyor; "dikkatli olun" uyarısı.
"""),
    },
)
site(
    "russian_hugo",
    {
        "config.yaml": "baseURL: https://r.example.org/\nlanguageCode: ru\n",
        "content/posts/reka.md": page("""title: Река вышла из берегов — что известно
date: 2023-04-01T10:00:00+03:00
url: /posts/reka-vyshla/
tags: [погода, Москва-река, ЧП]
description: "Уровень воды поднялся на 2,5 м; движение закрыто."
image: /images/reka.jpg
toc: false
"""),
    },
)
site(
    "magazine_fr",
    {
        "hugo.toml": 'baseURL="https://mag.example.org/"\n',
        "content/numero-12/edito.md": page("""title: "« Vraiment ? » : l’édito du n° 12"
subtitle: L'année d'après
date: 2024-01-08
authors: ["Jeanne d'Arc-Dupont", "L. Martin"]
numero: 12
rubrique: Édito
weight: 1
chapo: |
  Une année s'achève…
  une autre commence.
"""),
    },
)
site(
    "linkblog_jekyll",
    {
        "_config.yml": "title: x\n",
        "_posts/2024-03-03-review.md": page("""layout: link
title: "The Best Keyboards of 2024 - The Verge"
link: https://www.theverge.com/24083500/best-keyboards?utm_source=rss&utm_medium=feed
date: 2024-03-03 08:00:00 -0500
via:
  name: Daring Blog
  url: https://daring.example.org/
tags: [hardware]
"""),
        "_posts/2024-03-04-n.md": page("""layout: link
title: "‘Notes’ on “Camp”"
external-url: https://example.com/notes?id=5&ref=x
date: 2024-03-04 08:00:00 -0500
tags: hardware software
"""),
    },
)
site(
    "newsroom_hugo",
    {
        "hugo.toml": 'baseURL="https://news.example.org/"\ntimeZone="Europe/Madrid"\n',
        "content/world/a.md": page("""title: "Iran: three satellites"
date: 2025-12-31T10:00:00+01:00
slug: iran-three-satellites
link: https://www.bbc.co.uk/news/articles/c123?at_medium=RSS&at_campaign=rss
source: BBC News
author: By Ana Ruiz
tags: [Iran, space, "news, world"]
image: https://ichef.bbci.co.uk/x.jpg
description: Iran launched three satellites. Read more...
"""),
    },
)
site(
    "hugo_org_export",
    {
        "hugo.toml": 'baseURL="https://o.example.org/"\n',
        "content/posts/emacs.md": '+++\ntitle = "Emacs tip: narrowing"\nauthor = ["Kau S."]\ndate = 2022-02-01T00:00:00-05:00\nlastmod = 2022-02-03T09:11:22-05:00\ntags = ["emacs", "org-mode"]\ncategories = ["emacs"]\ndraft = false\n[versions]\n  emacs = "27.2"\n[menu.main]\n  weight = 10\n+++\nText.\n',
    },
)
