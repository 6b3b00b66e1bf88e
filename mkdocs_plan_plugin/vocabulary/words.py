"""The words plans are written in: every table of the vocabulary, as data.

Keys are canonical names, values the spellings that are understood, in any case and with any
decoration. A site adds its own under `vocabulary:`. The documentation page of the vocabulary is
generated from these tables, so a new spelling is one entry here.

Languages beside English: Chinese (simplified and traditional), Japanese, Korean, Russian, Portuguese,
Spanish, French and German, with the words that plans use for phases, states, levels and sections; of some
more, such as Dutch, Polish, Czech, Italian and Turkish, there are words for phases and ratings.
"""

from __future__ import annotations

from mkdocs_plan_plugin.vocabulary import state_words

Table = state_words.Table

PHASES: Table = {
    "phase": ("phase", "phases", "fas", "фаза", "этап", "fase", "etapa", "étape", "阶段", "階段", "期", "フェーズ", "段階", "ステージ", "단계", "페이즈", "faza", "fáze", "fázis", "faas", "aşama", "giai đoạn", "tahap", "φάση", "مرحلة", "المرحلة", "مرحله", "етап"),
    "stage": ("stage", "stages", "stufe", "stadium", "этапы", "стадия", "etappe", "estágio", "스테이지", "etap", "estadio", "palier", "tappa", "etapp", "vaihe", "szakasz", "evre", "bauabschnitt", "ausbaustufe", "שלב", "चरण"),
    "milestone": ("milestone", "meilenstein", "jalon", "hito", "marco", "веха", "里程碑", "マイルストーン", "마일스톤", "kamień milowy", "milník", "mijlpaal", "pietra miliare", "kilometre taşı", "віха"),
    "wave": ("wave", "welle", "golf", "vague", "ola", "oleada", "onda", "ondata", "vlna", "fala", "волна", "хвиля", "波次", "웨이브", "차수"),
    "iteration": ("iteration", "iterations", "итерация", "itération", "iteración", "iteração", "迭代", "イテレーション", "이터레이션", "iteracja", "iterazione", "iteratie"),
    "increment": ("increment", "program increment", "инкремент", "增量"),
    "tranche": ("tranche", "horizon", "horizont"),
    "release": ("release", "релиз", "lanzamiento", "リリース", "릴리스", "릴리즈"),
    "epic": ("epic", "épica", "épico", "эпик", "史诗", "エピック", "에픽"),
    "module": ("module", "modul", "módulo", "модуль", "模块", "模組", "モジュール", "모듈", "modulo", "moduł"),
    "part": ("part", "teil", "partie", "parte", "часть", "部分", "パート", "파트", "część", "část", "deel", "bölüm", "частина"),
    "workstream": ("workstream", "work stream", "track", "work package", "arbeitspaket", "arbeitsstrang", "teilprojekt", "chantier", "lot", "línea de trabajo", "frente de trabalho", "paquete de trabajo",
                   "pacote de trabalho", "направление", "工作流", "工作包", "ワークストリーム", "워크스트림"),
    "sprint": ("sprint", "sprints", "спринт", "冲刺", "衝刺", "スプリント", "스프린트"),
    "year": ("year", "years", "jahr", "année", "año", "ano", "год"),
    "half": ("half year", "halbjahr", "semester", "semestre", "полугодие", "半年", "반기"),
    "quarter": ("quarter", "quartal", "trimestre", "квартал", "季度", "四半期", "분기", "kwartał", "čtvrtletí", "kwartaal"),
    "month": ("month", "months", "monat", "mois", "mes", "mês", "месяц", "月", "개월차", "miesiąc", "měsíc", "mese", "maand", "ay", "місяць"),
    "week": ("week", "weeks", "calendar week", "kw", "cw", "kalenderwoche", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "неделя", "недели", "周", "週", "주차", "tydzień", "tygodnie", "týden", "settimana", "settimane", "hafta", "viikko", "тиждень"),
    "day": ("day", "days", "tag", "jour", "día", "dia", "день", "天", "일차", "dzień", "dni", "den", "giorno", "gün"),
}  # fmt: skip
"""The words that number a phase. The first names a unit of work, those from `sprint` a time box."""

TRACKS: tuple[str, ...] = (
    "track",
    "stream",
    "workstream",
    "work stream",
    "lane",
    "strand",
    "volet",
    "strang",
    "трек",
    "轨道",
    "トラック",
    "트랙",
)
"""Headings that part a plan into tracks: each may number its own phases."""

TIME_BOXES = ("sprint", "year", "half", "quarter", "month", "week", "day")
"""Canonical phase words that measure time: a run of them yields to a run of phases."""

PARTS: tuple[str, ...] = ("workstream", "part", "release", "module", "epic", "increment")
"""Canonical phase words that may also name a part of a plan, whose phases are numbered inside it."""

PHASE_PLURALS: tuple[str, ...] = (
    "phases",
    "stages",
    "milestones",
    "sprints",
    "iterations",
    "weeks",
    "months",
    "days",
)
"""Spellings of phase words that name several: a heading that ends so is no phase."""

PHASE_ASIDES: tuple[str, ...] = (
    "at a glance", "overview", "overviews", "summary", "summaries", "recap", "retrospective", "retrospectives", "retro", "review", "lessons", "lessons learned", "report", "completion report", "accomplishments", "achievements",
    "bericht", "abschlussbericht", "rapport", "bilan", "informe", "relatório", "отчёт", "отчет", "报告", "報告",
    "done when", "complete when", "completed when", "timeline", "schedule", "calendar", "gantt", "dependencies", "dependency", "dependency graph", "critical path", "notes", "note", "legend", "progress", "tracking", "tracker",
    "estimate", "estimates", "effort", "budget", "resources", "gates", "checklist", "success criteria", "deliverables", "risks", "metrics", "status", "total", "order", "priorities", "principles",
    "changelog", "history", "appendix", "glossary", "faq", "introduction", "prerequisites", "assumptions", "scope", "goals", "objectives",
    "übersicht", "überblick", "zusammenfassung", "rückblick", "zeitplan", "abhängigkeiten", "hinweise", "aperçu", "résumé", "rétrospective", "calendrier", "dépendances", "resumen", "retrospectiva",
    "cronograma", "calendario", "dependencias", "visão geral", "resumo", "retrospetiva", "dependências", "обзор", "ретроспектива", "график", "зависимости",
    "概述", "概览", "总结", "回顾", "时间表", "时间线", "依赖", "説明", "说明", "振り返り", "スケジュール", "まとめ", "개요", "요약", "회고", "일정표", "타임라인", "의존성", "참고", "보고서", "현황",
)  # fmt: skip
"""Words of headings that speak about phases, or are beside them, and are none."""

PHASE_REPORTS: tuple[str, ...] = ("progreso", "fortschritt", "avancement", "progresso", "прогресс", "进度", "進捗", "진행 상황")  # fmt: skip
"""Words of headings above what speaks of phases once more. A phase may have them in its own title."""

BEHIND_THE_PLAN: tuple[str, ...] = ("appendix", "appendices", "annex", "anhang", "annexe", "anexo", "apêndice", "приложение", "附录", "附錄", "付録", "부록")  # fmt: skip
"""What a heading begins with below which a phase alone is a remark."""

CALLED_PHASES: tuple[str, ...] = (
    "phases", "phases and steps", "implementation phases", "project phases", "development phases", "delivery phases", "migration phases", "rollout phases", "execution phases",
    "migration stages", "rollout stages", "delivery stages", "deployment stages", "milestones", "key milestones", "project milestones", "stages", "implementation stages", "project stages", "phase breakdown", "phase details", "detailed phases", "phased rollout", "phased plan", "phase plan", "phasing", "fasering", "phasage", "phasierung", "faseamento",
    "releases", "release goals", "release schedule", "release roadmap", "planned releases", "paliers", "paliers de migration", "roadmap", "roadmap technique", "implementation roadmap", "development roadmap", "product roadmap", "sprints", "iterations", "waves",
    "phasen", "umsetzungsphasen", "projektphasen", "meilensteine", "etappen", "phases de mise en œuvre", "étapes", "jalons", "feuille de route", "fases", "fases de implementación", "hitos", "etapas", "hoja de ruta",
    "fases de implementação", "marcos", "roteiro", "фазы", "этапы", "этапы реализации", "вехи", "дорожная карта", "阶段", "階段", "实施阶段", "开发阶段", "里程碑", "路线图", "实施路线图", "开发路线图", "实施阶段划分", "フェーズ", "実装フェーズ", "マイルストーン", "ロードマップ", "工程", "단계", "구현 단계", "개발 단계", "추진 단계", "로드맵", "개발 로드맵", "구현 로드맵", "마일스톤", "epics", "work packages", "workstreams", "slices", "arbeitspakete", "epics and milestones",
)  # fmt: skip
"""Headings below which whatever is is a phase, numbered or not."""

REMAINING_WORK: tuple[str, ...] = (
    "remaining", "remaining work", "what remains", "what remains to be done", "remaining tasks", "remaining items", "remaining steps", "remaining issues", "remaining todos", "work remaining", "tasks remaining",
    "what is left", "what s left", "left to do", "what s left to do", "outstanding", "outstanding work", "outstanding items", "outstanding tasks", "still to do", "still open", "still missing", "not yet done", "unfinished", "unfinished work", "todo", "todos", "to do", "open work", "open tasks",
    "restarbeiten", "offene arbeiten", "noch zu tun", "noch offen", "was noch fehlt", "verbleibende arbeiten", "reste à faire", "ce qui reste à faire", "travail restant", "tâches restantes", "pendiente", "pendientes", "tareas pendientes", "trabajo pendiente", "trabajo restante", "qué falta",
    "pendências", "tarefas pendentes", "trabalho restante", "o que falta", "осталось", "осталось сделать", "что осталось", "оставшиеся задачи", "оставшаяся работа", "剩余工作", "剩余工作清单", "剩余任务", "遗留工作", "遗留任务", "待完成", "残作業", "残タスク", "残り", "남은 작업", "남은 일", "미완료",
)  # fmt: skip
"""Headings that list what remains to be done, whatever the rest of the page says."""

SIZES: tuple[str, ...] = (
    "quick", "quick win", "quick wins", "small", "low", "medium", "moderate", "large", "big", "high", "effort", "schnell", "klein", "mittel", "groß", "aufwand", "rapide", "petit", "moyen", "grand", "pequeño", "mediano", "grande", "pequeno", "médio", "малый", "средний", "большой",
)  # fmt: skip
"""Words of headings that sort work by its size."""

PHASES_ALONE: tuple[str, ...] = (
    "phases", "implementation phases", "project phases", "development phases", "delivery phases", "migration phases", "rollout phases", "execution phases", "phase list", "list of phases",
    "stages", "phasen", "projektphasen", "umsetzungsphasen", "étapes", "fases", "etapas", "фазы", "этапы", "阶段", "階段", "フェーズ", "단계",
)  # fmt: skip
"""Headings below which the items of a checklist are phases, not tasks."""

HORIZON_ROADMAPS: tuple[str, ...] = ("roadmap", "plan", "goals", "priorities", "milestones", "phases", "work", "feuille de route", "hoja de ruta", "roteiro", "路线图", "ロードマップ", "로드맵")  # fmt: skip
"""Last words of neighbours that part the work by how far ahead it is: *30-Day Roadmap*, *90-Day Roadmap*."""

ROADMAP_KINDS: tuple[str, ...] = (
    "technical", "engineering", "feature", "features", "migration", "phased", "execution", "release", "delivery", "product", "project", "platform",
    "architecture", "refactoring", "rollout", "modernization", "modernisation", "security", "testing", "learning", "strategic", "high level", "detailed",
    "short term", "long term", "integration", "research", "data", "infrastructure", "mvp", "improvement", "upgrade", "transformation",
)  # fmt: skip
"""What a roadmap may be of in a heading that is called so: *Technical Roadmap*, but not *About this roadmap*."""

ROADMAPS: tuple[str, ...] = (
    " roadmap ",
    " fahrplan ",
    " hoja de ruta ",
    " feuille de route ",
    " roteiro ",
    "路线图",
    "路線圖",
    "ロードマップ",
    "дорожная карта",
    "로드맵",
    " action plan ",
    " aktionsplan ",
    " maßnahmenplan ",
    " plan d action ",
    " plan de acción ",
    " plano de ação ",
    "план действий",
    "行动计划",
    "アクションプラン",
)
"""What the title of a page holds that shows the way and is no document in chapters."""

ROADMAP_TITLES: tuple[str, ...] = (
    *ROADMAPS,
    " plan ",
    " releases ",
    " milestones ",
    "计划",
    "計画",
    "план",
    "계획",
)
"""What the title of a page holds whose numbered headings may be its phases."""

VERSIONS: tuple[str, ...] = (
    "version", "versión", "versão", "версия", "版本", "バージョン", "버전", "milestone", "meilenstein", "jalon", "hito", "release",
)  # fmt: skip
"""Words in front of the number of a version, by which a roadmap may be parted."""

RELEASE_STAGES: tuple[str, ...] = (
    "pre-alpha", "alpha", "dev preview", "tech preview", "closed beta", "open beta", "beta", "preview", "early access", "mvp", "release candidate", "rc", "general availability", "ga", "stable", "final", "production release",
)  # fmt: skip
"""How far a release is: two of them as neighbours part a roadmap, and so do those with a number."""

GRADUATIONS: tuple[str, ...] = ("graduation criteria", "graduation", "graduation stages", "graduation plan")
"""Headings below which a proposal says when it goes from one stage of a release to the next."""

PRIORITY_HEADINGS: tuple[str, ...] = (
    "priorities", "priority order", "prioritäten", "priorités", "prioridades", "приоритеты", "优先级", "優先級", "优先事项", "優先順位", "優先事項", "우선순위",
)  # fmt: skip
"""How a heading ends below which work is numbered in the order in which it is to be done."""

TIMELINES: tuple[str, ...] = (
    "timeline", "schedule", "project timeline", "project schedule", "implementation timeline", "zeitplan", "zeitachse", "calendrier", "échéancier", "planning", "cronograma", "calendario", "calendário", "график", "сроки", "时间表", "时间线", "進度", "タイムライン", "スケジュール", "일정", "일정표", "타임라인",
)  # fmt: skip
"""Headings below which a numbered list is of phases if its items state how far they are."""

ORDER_HEADINGS: tuple[str, ...] = (
    "build order", "build sequence", "implementation order", "implementation sequence", "delivery order", "delivery sequence", "execution order", "execution sequence", "migration order", "rollout order", "rollout sequence", "launch order", "launch sequence", "release order", "release sequence",
    "order of work", "order of implementation", "order of attack", "order of execution", "work order", "suggested order", "recommended order", "proposed order", "sequence of work", "umsetzungsreihenfolge", "reihenfolge der umsetzung", "arbeitsreihenfolge",
    "ordre de réalisation", "ordre d exécution", "ordre de mise en œuvre", "orden de implementación", "orden de ejecución", "orden de trabajo", "ordem de implementação", "ordem de execução", "порядок работ", "порядок реализации", "порядок выполнения",
    "实施顺序", "实现顺序", "开发顺序", "執行順序", "实施步骤", "実装順序", "開発順序", "実施順序", "구현 순서", "개발 순서", "move order", "cutover order", "priority order", "order of operations", "order of migration", "orden de migración", "ordre de migration",
)  # fmt: skip
"""How a heading says that work stands below it in its order, which may be phases or not."""

SEQUENCES: tuple[str, ...] = ("sequence", "order", "reihenfolge", "ordre", "séquence", "orden", "secuencia", "ordem", "sequência", "порядок", "последовательность", "顺序", "順序", "순서")  # fmt: skip
"""Words that tell which of several series of units is that of the work."""

WORK_HEADINGS: tuple[str, ...] = (
    "execution", "implementation", "work", "work plan", "action plan", "plan of action", "the plan", "plan", "steps", "procedure", "rollout", "migration", "what to do", "how",
    "umsetzung", "durchführung", "ausführung", "vorgehen", "ablauf", "arbeitsschritte", "schritte", "maßnahmen", "exécution", "mise en œuvre", "réalisation", "déroulement", "procédure", "plan d action",
    "ejecución", "implementación", "pasos", "procedimiento", "plan de acción", "execução", "implementação", "passos", "procedimento", "plano de ação", "выполнение", "реализация", "шаги", "план работ", "план действий",
    "执行", "实施", "实现", "步骤", "执行计划", "実行", "実施", "実装", "手順", "作業手順", "진행", "실행", "구현", "절차",
)  # fmt: skip
"""How a heading says that the work itself stands below it, which is no phase for that."""

PHASED_HEADINGS: tuple[str, ...] = (
    "phased", "in phases", "by phase", "phase by phase", "phasenweise", "in phasen", "nach phasen", "par phases", "par étapes", "por fases", "por etapas", "em fases", "поэтапный", "поэтапная", "поэтапное", "по этапам", "分阶段", "段階的", "단계별",
)  # fmt: skip
"""How a heading says that a numbered list below it is of phases."""

PHASE_TABLES: tuple[str, ...] = (
    "milestones", "meilensteine", "jalons", "hitos", "marcos", "вехи", "milestone plan", "milestone schedule", "phase plan", "timeline and milestones", "project timeline", "implementation timeline", "meilensteinplan", "phasenplan", "zeit und meilensteinplan", "planning des phases", "cronograma de fases", "plan de fases",
    "план этапов", "里程碑计划", "阶段计划", "マイルストーン計画", "마일스톤 계획",
)  # fmt: skip
"""How headings say that a table below them is one of phases."""

COUNTED_OTHERS: tuple[str, ...] = (
    "a", "ac", "ad", "adr", "b", "bug", "c", "d", "e", "f", "fr", "g", "h", "i", "k", "n", "nfr", "o", "p", "q", "r", "req", "t", "tc", "u", "uc", "us", "v",
    "figure", "fig", "table", "appendix", "annex", "chapter", "section", "page", "slide", "line", "option", "alternative", "approach", "variant", "choice", "question", "answer", "example", "case", "use case", "test", "scenario", "experiment", "hypothesis",
    "risk", "threat", "decision", "issue", "bug", "defect", "error", "finding", "problem", "challenge", "gap", "gate", "blocker", "conflict", "cause", "symptom", "fix", "solution", "proposal", "pattern", "principle", "rule", "policy", "guideline", "note", "lesson", "learning", "tip", "insight", "myth",
    "requirement", "goal", "objective", "criterion", "metric", "kpi", "benefit", "assumption", "constraint", "limitation", "feature", "story", "layer", "component", "service", "tool", "agent", "prompt", "model", "file", "document", "attempt", "commit", "pr", "issue", "ticket", "version", "source", "reference", "method", "strategy", "idea", "point", "item", "topic", "type", "class", "category", "priority", "failure", "failure mode", "mode", "node", "server", "host", "environment", "team", "person", "user", "persona", "customer",
    "abbildung", "tabelle", "anhang", "kapitel", "abschnitt", "variante", "frage", "beispiel", "szenario", "risiko", "entscheidung", "fehler", "lösung", "regel", "anforderung", "ziel", "ansatz", "annahme", "priorität",
    "figure", "tableau", "annexe", "chapitre", "variante", "exemple", "cas", "scénario", "risque", "décision", "problème", "erreur", "règle", "exigence", "objectif", "priorité",
    "figura", "tabla", "tabela", "anexo", "capítulo", "sección", "seção", "opción", "opção", "pregunta", "pergunta", "ejemplo", "exemplo", "caso", "escenario", "cenário", "riesgo", "risco", "decisión", "decisão", "problema", "erro", "regla", "regra", "requisito", "objetivo", "prioridad", "prioridade",
    "рисунок", "таблица", "приложение", "глава", "раздел", "вариант", "вопрос", "пример", "сценарий", "риск", "решение", "проблема", "ошибка", "правило", "требование", "цель", "приоритет",
    "图", "表", "附录", "章", "节", "方案", "问题", "示例", "场景", "风险", "决策", "规则", "需求", "目标", "優先", "優先度", "例", "課題", "案", "질문", "예시", "위험", "목표",
)  # fmt: skip
"""Words that are counted in headings and part no work: what else is counted so may be a phase."""

STEPS: Table = {
    "step": ("step", "schritt", "paso", "passo", "шаг", "步骤", "步驟", "ステップ", "手順", "스텝", "krok", "passaggio", "stap", "adım", "bước", "крок"),
    "task": ("task", "subtask", "sub task", "teilaufgabe", "subtarea", "subtarefa", "aufgabe", "tâche", "tarea", "tarefa", "задача", "任务", "任務", "タスク", "작업", "태스크", "zadanie", "úkol", "compito", "taak", "görev"),
    "story": ("story", "user story", "feature", "epic"),
    "day": ("day", "days", "tag", "jour", "día", "dia", "день", "일차"),
    "week": ("week", "weeks", "kw", "woche", "semaine", "semana", "неделя", "주차"),
    "sprint": ("sprint", "спринт", "스프린트"),
    "milestone": ("milestone", "meilenstein", "jalon", "hito", "marco", "마일스톤"),
    "part": ("part", "workstream", "work package", "arbeitspaket", "teilpaket", "lot", "teil", "partie", "parte", "часть", "部分", "パート", "파트"),
    "module": ("module", "modul", "módulo", "модуль", "模块", "模組", "モジュール", "모듈"),
    "session": ("session", "sitzung", "sesión", "sessão", "сессия", "세션"),
    "tier": ("tier", "level", "niveau", "nivel", "nível", "уровень"),
    "block": ("block", "batch", "bloc", "bloque", "bloco", "блок", "round", "runde", "cycle", "zyklus", "ronda", "ciclo", "volet", "批次", "轮次", "slice", "group", "chunk", "gruppe", "groupe", "grupo", "scheibe", "branch", "fatia", "срез", "группа", "切片"),
    "plan": ("plan", "plano", "план"),
    "pr": ("pr", "pull request"),
    "action": ("action", "activity", "item", "aktion", "actividad", "atividade", "activité", "действие"),
}  # fmt: skip
"""The words that number a step inside a phase."""

HORIZONS: tuple[tuple[str, ...], ...] = (
    ("now", "short term", "jetzt", "kurzfristig", "maintenant", "court terme", "ahora", "agora", "сейчас", "现在", "今", "지금", "단기", "短期", "corto plazo", "curto prazo", "breve termine", "korte termijn", "краткосрочные", "краткосрочно", "current focus", "current", "right now", "immediate", "in focus", "aktueller fokus", "en cours", "en curso", "текущий фокус"),
    ("next", "soon", "mid term", "medium term", "als nächstes", "mittelfristig", "ensuite", "moyen terme", "después", "siguiente", "próximo", "em seguida", "далее", "接下来", "下一步", "次", "다음", "중기", "中期", "medio plazo", "mediano plazo", "médio prazo", "medio termine", "middellange termijn", "среднесрочные", "среднесрочно", "coming soon", "near future"),
    ("near term", "upcoming", "proche avenir", "futuro próximo", "ближайшее будущее", "近期"),
    ("later", "someday", "long term", "später", "langfristig", "plus tard", "long terme", "más tarde", "depois", "mais tarde", "позже", "以后", "将来", "後", "나중", "장기", "향후", "长期", "長期", "largo plazo", "longo prazo", "lungo termine", "lange termijn", "долгосрочные", "долгосрочно"),
    ("future", "beyond", "vision", "backlog", "zukunft", "avenir", "futuro", "будущее", "未来", "未來", "미래"),
)  # fmt: skip
"""Headings that part a roadmap by distance, without a number: they are its phases where at least two are neighbours."""

MAIN_STEPS: tuple[str, ...] = ("step", "task", "session", "tier", "block", "plan", "pr", "story")
"""Canonical step words that number the main parts of a page which has no phases; tasks below *Phases* only."""

BELONGING: tuple[str, ...] = (
    "acceptance", "acceptance criteria", "achievements", "accomplishments", "activities", "actions", "benefits",
    "blockers", "checklist", "complete when", "completed when", "done when", "completion", "completion criteria", "completion checklist", "completed", "completion report",
    "criteria", "definition of done", "deliverable", "deliverables", "dependencies", "details", "done", "duration",
    "estimate", "exit criteria", "exit gate", "expected outcome", "expected results", "files", "findings", "gate",
    "goal", "goals", "go no go", "impact", "issues", "kpis", "metrics", "milestone", "milestones", "notes", "objective",
    "objectives", "outcome", "outcomes", "output", "outputs", "overview", "performance", "progress", "quality gate",
    "requirements", "results", "retrospective", "review", "risks", "rollback", "scope", "sign off", "status", "subtotal",
    "success criteria", "success metrics", "summary", "targets", "tasks", "task list", "testing", "tests", "timeline",
    "todo", "total", "validation", "verification", "verification checklist",
    "ergebnisse", "aufgaben", "livrables", "entregables", "entregáveis", "результаты", "задачи", "检查清单", "总结", "任务", "详细计划", "的详细计划", "완료 기준", "완료 조건", "산출물", "작업", "체크리스트", "목표", "결과", "요약", "검증", "테스트", "完成条件", "完成标准", "验收标准", "验收条件", "產出", "产出", "输出", "目标", "交付物", "完了条件", "成果物", "criterios de aceptación", "criterios de éxito", "criterios", "critères d acceptation", "critères de sortie", "critères", "abnahmekriterien", "akzeptanzkriterien", "kriterien", "critérios de aceitação", "critérios", "критерии", "критерии готовности", "критерии приёмки",
)  # fmt: skip
"""What may follow `Phase 2` without making the heading a phase: "Phase 2 Deliverables"."""

LEVELS: Table = {
    "low": ("laag", "lage", "niski", "niska", "niskie", "lav", "låg", "düşük", "low", "minor", "l", "vl", "very l", "v low", "small", "unlikely", "rare", "minimal", "negligible", "insignificant", "remote", "zero", "very low", "green", "низкий", "низкая", "низкое", "низкие", "маловероятно",
            "niedrig", "niedrige", "niedriges", "gering", "geringe", "geringes", "unwahrscheinlich", "basso", "bassa", "bassi", "bajo", "baja", "bajos", "baixo", "baixa", "baixos", "faible", "faibles", "bas", "basse", "低", "小", "낮음", "낮은"),
    "medium": ("middel", "gemiddeld", "midden", "średni", "średnia", "średnie", "orta", "middels", "medium", "med", "m", "moderate", "mid", "possible", "occasional", "amber", "yellow", "orange", "средний", "средняя", "среднее", "mittel", "mittlere", "mittleres", "möglich", "medio", "media", "medios", "средние",
               "médio", "média", "médios", "moyen", "moyenne", "moyens", "modéré", "moderado", "中", "中等", "中低", "중간", "보통"),
    "high": ("hoog", "hoge", "wysoki", "wysoka", "wysokie", "hög", "høy", "yüksek", "high", "h", "major", "likely", "probable", "significant", "severe", "red", "высокий", "высокая", "высокое", "высокие", "вероятно", "hoch", "alto", "alta", "大", "中高", "較高", "较高",
             "élevé", "élevée", "haut", "haute", "fort", "forte", "高", "높음", "높은"),
    "critical": ("kritiek", "kritieke", "krytyczny", "krytyczne", "kritisk", "kritik", "critical", "crit", "c", "catastrophic", "very high", "vh", "very h", "v high", "blocker", "blocking", "extreme", "showstopper", "certain", "almost certain", "extremely high",
                 "критический", "критическая", "критическое", "критично", "критичный", "критичная", "критичное", "kritisch", "crítico", "crítica", "critique", "sehr hoch", "紧急", "严重", "关键",
                 "重大", "極高", "最高", "매우 높음", "치명적", "심각"),
}  # fmt: skip
"""Ratings of probability and impact, from low to critical."""

LEVEL_MARKS: Table = {
    "low": ("🟢", "🟩", "⬇"),
    "medium": ("🟡", "🟠", "🟨", "🟧"),
    "high": ("🔴", "🟥", "⬆"),
    "critical": ("⚫", "🟣", "🔥"),
}
"""Emoji that rate a risk where no word does."""

PRIORITIES: Table = {
    "P0": (
        "p0",
        "critical",
        "highest",
        "urgent",
        "blocker",
        "critique",
        "kritisch",
        "crítica",
        "критический",
        "最高",
        "紧急",
        "최우선",
        "긴급",
        "매우 높음",
    ),
    "P1": ("p1", "high", "hoch", "alta", "haute", "высокий", "高", "높음"),
    "P2": (
        "p2",
        "medium",
        "moderate",
        "normal",
        "mittel",
        "media",
        "média",
        "moyenne",
        "средний",
        "中",
        "중간",
        "보통",
    ),
    "P3": ("p3", "low", "lowest", "niedrig", "baja", "baixa", "basse", "низкий", "低", "낮음"),
}

SECTIONS: Table = {
    "executive-summary": (
        "executive summary", "executive overview", "summary", "tl dr", "tldr", "abstract", "at a glance", "project summary", "plan summary",
        "overview and objectives", "management summary", "resumen ejecutivo", "resumen", "resumo executivo", "resumo", "sumário executivo",
        "résumé", "résumé exécutif", "synthèse", "zusammenfassung", "резюме", "краткое содержание", "краткое описание", "摘要", "概要",
        "执行摘要", "执行概要", "まとめ", "エグゼクティブサマリー", "サマリー", "요약", "핵심 요약", "실행 요약", "프로젝트 요약",
        "samenvatting", "managementsamenvatting", "sintesi", "riepilogo", "sommario", "podsumowanie", "streszczenie",
        "executive brief",
    ),
    "current-state": (
        "current state", "current state analysis", "current state assessment", "current status", "current situation", "background", "problem statement",
        "problem", "the problem", "existing state", "as is", "status quo", "baseline", "current architecture", "current system",
        "current implementation", "current problems", "current challenges", "current limitations", "current issues", "current pain points", "implementation status", "project status", "migration status", "status overview", "projektstatus", "umsetzungsstatus", "umsetzungsstand", "projektstand", "entwicklungsstand", "bearbeitungsstand", "stand der dinge", "statusübersicht", "stand der umsetzung", "état d'avancement", "estado de la implementación", "estado de implementación", "estado da implementação", "статус реализации", "статус проекта", "实施状态", "项目状态", "実装状況", "current system state", "current position", "current progress", "existing system", "existing solution", "where we are", "where we are now", "starting point", "current state overview", "state of play",
        "situation actuelle", "état actuel", "estado actual", "estado atual", "situação atual", "situación actual", "ist zustand", "ausgangslage",
        "aktueller stand", "ist stand", "iststand", "текущее состояние", "текущая ситуация", "当前状态", "現状", "现状", "現状分析", "现状分析", "背景", "当前进度", "当前基线", "현재 상태", "현황", "현재 상황", "현황 분석", "배경", "문제 정의", "현재 문제",
        "huidige situatie", "huidige staat", "situazione attuale", "stato attuale", "stan obecny", "obecny stan",
        "current setup", "existing setup", "what exists today", "what we have today",
    ),
    "goals": (
        "goals and objectives", "goals", "goal", "objectives", "objective", "primary goals", "project goals", "project objectives", "purpose",
        "aims", "aim", "goals and non goals", "goals non goals", "objectives and goals", "objectives and key results", "okrs", "end goal", "vision and goals",
        "project vision and goals", "what we want", "primary objectives", "test objectives", "motivation and goals", "key objectives",
        "ziele", "ziel", "zielsetzung", "objectifs", "objectif", "buts", "objetivos", "objetivo", "metas", "цели", "цель", "цели и задачи", "目标", "目標", "目的", "목표", "목적", "프로젝트 목표",
        "smart objective", "smart objectives", "smart goals", "doelen", "doelstellingen", "doelstelling", "obiettivi", "obiettivo", "cele", "cele projektu",
        "desired outcome", "desired outcomes", "target outcomes", "intended outcomes",
    ),
    "strategy": (
        "implementation strategy", "strategy", "approach", "implementation approach", "technical approach", "solution approach", "solution strategy",
        "migration strategy", "proposed solution", "proposed approach", "methodology", "strategy and approach", "approach and strategy", "overall strategy",
        "overall approach", "recommended approach", "solution", "solution overview", "technical strategy", "execution strategy",
        "strategie", "umsetzungsstrategie", "vorgehen", "ansatz", "stratégie", "approche", "estrategia", "enfoque", "estratégia", "abordagem",
        "стратегия", "подход", "стратегия реализации", "实施策略", "策略", "方案", "戦略", "方針", "アプローチ", "実装戦略", "전략", "구현 전략", "추진 전략", "접근 방식", "접근법", "해결 방안",
        "aanpak", "approccio", "podejście",
    ),
    "phases": (
        "phases and steps", "phasing", "implementation phases", "phases", "phase details", "phase breakdown", "implementation plan", "implementation roadmap",
        "development phases", "project phases", "roadmap", "development roadmap", "execution plan", "phased plan", "phase plan", "detailed plan", "detailed phases",
        "implementation timeline", "timeline and phases", "timeline and milestones", "schedule and phases", "schedule and milestones", "zeitplan und phasen", "zeitplan und meilensteine", "calendrier et phases", "calendrier et jalons", "cronograma y fases", "cronograma e fases", "сроки и этапы", "时间表与里程碑", "delivery phases", "work breakdown", "work breakdown structure", "step by step implementation", "step by step plan",
        "migration phases", "migration plan", "rollout plan", "rollout phases", "phased approach", "phased implementation", "phase by phase plan", "phase by phase breakdown",
        "implementation steps", "detailed implementation", "detailed steps", "technical steps", "migration steps", "upgrade steps", "milestones", "stages", "sprint plan", "sprint breakdown", "week by week plan", "weekly plan", "implementation schedule",
        "action plan", "phase execution plan", "implementation stages", "phased rollout",
        "phasen", "umsetzungsphasen", "phasen und schritte", "phases et étapes", "phases de mise en œuvre", "étapes", "fases", "fases y pasos", "fases de implementación",
        "fases de implementação", "fases e etapas", "hoja de ruta", "etapas", "фазы", "этапы", "этапы реализации", "план реализации", "дорожная карта",
        "实施阶段", "阶段", "开发阶段", "路线图", "实施计划", "実装フェーズ", "フェーズ", "ロードマップ", "品質向上ロードマップ", "단계", "구현 단계", "개발 단계", "구현 계획", "실행 계획", "개발 계획", "단계별 계획", "단계별 구현 계획", "로드맵", "개발 로드맵", "구현 로드맵",
        "fasering", "fasen", "implementatiefasen", "fasi", "fazy", "etapy",
    ),
    "testing": (
        "testing and verification", "testing strategy", "testing", "test strategy", "test plan", "testing plan", "verification", "verification plan",
        "verification and testing", "testing and validation", "testing and qa", "quality assurance", "validation", "validation plan", "testing requirements",
        "testing approach", "test approach", "testing and verification checklist", "testing checklist", "test cases", "verification strategy", "test and verification",
        "verification checklist", "testing expectations", "testing checkpoints", "test checkpoints", "verification checkpoints", "testing gates", "test gates", "testing milestones", "testing procedures", "testing procedure",
        "testing protocol", "testing steps", "verification steps", "testing scenarios", "test matrix", "test coverage", "testing schedule", "qa checklist", "qa strategy", "qa checkpoints", "qa testing", "prüfpunkte", "points de contrôle des tests", "puntos de control de pruebas", "pontos de verificação dos testes", "контрольные точки тестирования", "acceptance testing", "user acceptance testing", "test specification", "qa plan", "testing and quality assurance", "test scenarios", "test scenarios and test cases",
        "tests", "teststrategie", "testen", "testen und verifikation", "stratégie de test", "tests et vérification", "estrategia de pruebas", "pruebas",
        "pruebas y verificación", "estratégia de testes", "testes", "testes e verificação", "тестирование", "стратегия тестирования", "测试", "测试策略", "测试计划", "テスト",
        "テスト戦略", "テスト計画", "検証", "테스트", "테스트 계획", "테스트 전략", "검증", "검증 계획", "테스트 및 검증",
        "testaanpak", "testplan", "strategia di test", "piano di test", "plan testów", "testy",
        "how to test", "smoke tests", "validation steps",
    ),
    "rollback": (
        "rollback plan", "rollback", "rollback strategy", "rollback procedure", "rollback procedures", "rollback triggers", "rollback planning", "rollback conditions", "roll back plan", "backout plan", "back out plan",
        "reversion plan", "rollback and recovery", "recovery plan", "rollback considerations", "emergency rollback", "contingency and rollback", "fallback plan", "rollback approach",
        "rückfallplan", "rollback plan and recovery", "plan de retour arrière", "retour arrière", "plan de reversión", "plan de rollback", "plano de rollback", "plano de reversão",
        "план отката", "откат", "回滚计划", "回滚", "回滚方案", "回滚策略", "ロールバック", "ロールバック計画", "ロールバックプラン", "롤백", "롤백 계획", "롤백 전략", "롤백 절차",
        "terugvalplan", "rollbackplan", "piano di rollback", "plan wycofania",
        "backout", "back out", "revert plan", "how to roll back", "rolling back",
    ),
    "risks": (
        "risk assessment", "risks", "risk", "risk radar", "risk & impediment radar", "risks and impediments", "risk watch", "risk list", "risk inventory", "risk heat map", "risico s", "risicos", "risicomatrix", "risicoanalyse", "risico s en maatregelen", "ryzyka", "risk considerations", "consideraciones de riesgo", "considerações de risco", "gestion des risques et continuité", "risk register", "risk notes", "notes on risks", "risks and mitigations", "risks and mitigation", "risk mitigation", "risk management", "risk analysis",
        "risk matrix", "risk assessment and mitigation", "risks and mitigation strategies", "risk mitigation strategies", "risks and contingencies", "key risks", "potential risks",
        "risks and issues", "risk and mitigation", "technical risks", "risks and dependencies", "risks assumptions and dependencies", "risks and concerns", "known risks", "project risks", "risk log",
        "mitigation strategies", "risks and open questions", "what could go wrong", "what can go wrong", "what might go wrong", "was schiefgehen kann", "was kann schiefgehen", "ce qui peut mal tourner", "qué puede salir mal", "o que pode dar errado", "что может пойти не так", "可能出现的问题", "risk mitigation plan", "risk factors", "risk evaluation",
        "rischi", "rischi e mitigazioni", "analisi dei rischi", "risiken", "risikobewertung", "risikoanalyse", "risiken und maßnahmen", "risques", "évaluation des risques", "analyse des risques", "riesgos",
        "evaluación de riesgos", "análisis de riesgos", "riscos", "avaliação de riscos", "análise de riscos", "риски", "оценка рисков", "анализ рисков", "风险", "风险评估",
        "风险管理", "风险与缓解", "风险缓解", "风险控制", "风险防控", "风险应对", "风险预案", "風險緩解", "リスク軽減", "リスク", "リスク評価", "リスク管理", "リスクと対策", "風險", "風險評估", "위험", "위험 요소", "위험 요인", "위험 관리", "위험 평가", "위험 분석", "리스크", "리스크 관리", "리스크 평가", "리스크 분석", "리스크 및 대응",
    ),
    "success-criteria": (
        "success criteria", "success metrics", "acceptance criteria", "definition of done", "success criteria and acceptance", "success indicators", "measures of success", "kpis",
        "key performance indicators", "success measures", "completion criteria", "exit criteria", "success metrics and kpis", "metrics and success criteria", "criteria for success",
        "success criteria and metrics", "metrics and exit criteria", "key metrics", "quality checklist", "quality criteria", "launch criteria", "release criteria", "go no go criteria", "done criteria", "success factors", "metrics",
        "erfolgskriterien", "abnahmekriterien", "akzeptanzkriterien", "critères de succès", "critères de réussite", "critères d'acceptation", "criterios de éxito", "métricas de éxito",
        "criterios de aceptación", "critérios de sucesso", "critérios de aceitação", "métricas de sucesso", "критерии успеха", "критерии приёмки", "критерии приемки", "метрики успеха",
        "qualitätskriterien", "critères de qualité", "criterios de calidad", "critérios de qualidade", "критерии качества", "质量标准", "品質基準", "完成标准", "合格基準", "受入基準", "受入条件", "受け入れ条件", "検収基準", "検収条件",
        "成功标准", "验收标准", "成功指标", "成功基準", "受け入れ基準", "完了条件", "成功指標", "성공 기준", "성공 지표", "성공 조건", "완료 기준", "인수 기준", "수용 기준", "승인 기준", "성과 지표",
        "definition of success", "kpis de sucesso", "kpis de éxito", "kpis de succès", "indicadores de sucesso", "indicadores de éxito", "indicateurs de succès", "indicateurs de réussite", "succescriteria", "acceptatiecriteria", "criteri di successo", "criteri di accettazione", "kryteria sukcesu", "kryteria akceptacji",
        "success definition", "measuring success", "what success looks like", "success looks like", "how we measure success", "how we know it worked", "acceptance checklist",
    ),
    "deliverables": (
        "deliverables", "deliverable", "key deliverables", "project deliverables", "outputs", "expected deliverables", "final deliverables", "deliverables and milestones", "artifacts",
        "deliverables summary", "deliverables checklist", "deliverable files",
        "liefergegenstände", "ergebnisse", "lieferobjekte", "livrables", "entregables", "entregáveis", "результаты", "поставляемые результаты", "交付物", "交付成果", "成果物", "산출물", "결과물", "주요 산출물",
        "op te leveren", "consegne", "produkty projektu",
    ),
    "next-steps": (
        "next steps", "next step", "next actions", "next action", "following steps", "following actions", "up next", "immediate next steps", "follow up", "follow ups", "future work",
        "what s next", "whats next", "upcoming work", "action items", "immediate actions", "next", "post implementation", "after completion",
        "next steps after implementation", "next steps immediate", "post mvp roadmap", "future roadmap",
        "nächste schritte", "prochaines étapes", "próximos pasos", "próximos passos", "следующие шаги", "дальнейшие шаги", "下一步", "接下来的步骤", "后续步骤", "后续工作",
        "次のステップ", "次アクション", "今後の予定", "今後の課題", "次のアクション", "今後の最重要アクション", "다음 단계", "다음 작업", "향후 계획", "향후 작업", "후속 작업", "후속 조치",
        "siguientes pasos", "siguiente paso", "próximo paso", "próximos pasos inmediatos", "volgende stappen", "vervolgstappen", "prossimi passi", "następne kroki", "kolejne kroki", "další kroky", "nästa steg", "次に着手", "次にやること",
        "immediate priorities", "next up", "follow up work",
    ),
    "references": (
        "references", "reference", "related documents", "related documentation", "resources", "further reading", "see also", "links", "references and resources", "related links", "bibliography",
        "related work", "related", "documentation references", "resources and documentation", "resources and references", "reference documents", "external resources", "useful links", "related issues",
        "related plans", "additional resources", "reference materials", "referenced documents", "documentos referenciados", "documents référencés", "key documents", "sources", "related files",
        "referenzen", "quellen", "verweise", "références", "ressources", "referencias", "recursos", "referências", "ссылки", "источники", "материалы", "связанные документы", "полезные ссылки", "参考", "参考资料",
        "相关文档", "学习资源", "資料", "参考文献", "関連ドキュメント", "関連資料", "참고 자료", "참고 문헌", "참고", "참조", "관련 문서",
        "参考リンク", "関連リンク", "参考链接", "参考連結", "相关链接", "referenties", "bronnen", "riferimenti", "źródła", "odnośniki",
        "related docs", "reference material",
    ),
    "document-information": (
        "document information", "document info", "document control", "document metadata", "metadata", "document history", "change history", "revision history", "changelog", "version history",
        "document details", "about this document", "document status", "plan metadata", "plan information", "change log",
        "dokumentinformationen", "informations sur le document", "informations du document", "información del documento", "informações do documento",
        "информация о документе", "история изменений", "文档信息", "更新履歴", "ドキュメント情報", "文書情報", "变更历史", "修订历史", "改訂履歴", "문서 정보", "문서 이력", "변경 이력", "개정 이력",
        "documentinformatie", "informazioni sul documento", "informacje o dokumencie",
        "revision log",
    ),
}  # fmt: skip
"""Headings by the role they play in a plan."""

OVERVIEWS: tuple[str, ...] = (
    "overview", "project overview", "plan overview", "introduction", "übersicht", "projektübersicht", "projektüberblick", "visión general del proyecto", "visão geral do projeto", "项目概述", "项目概览", "項目概述", "プロジェクト概要", "überblick", "vue d'ensemble", "aperçu", "visión general", "visão geral", "обзор", "概述", "概览",
    "implementation summary", "개요", "프로젝트 개요", "소개",
)  # fmt: skip
"""Headings that play the executive summary where no other does."""

SECTION_NAMES: Table = {
    "executive-summary": ("executive summary", "summary", "zusammenfassung", "résumé exécutif", "résumé", "resumen ejecutivo", "resumen", "resumo executivo", "resumo", "краткое содержание", "摘要", "概要", "执行摘要", "エグゼクティブサマリー", "요약"),
    "current-state": ("current state", "current state analysis", "current state assessment", "current situation", "current status", "ist zustand", "ausgangslage", "aktueller stand", "état actuel", "situation actuelle", "estado actual",
                      "situación actual", "estado atual", "situação atual", "текущее состояние", "现状", "現状", "当前状态", "现状分析", "現状分析", "현재 상태", "현황", "현황 분석"),
    "goals": ("goals and objectives", "goals", "objectives", "ziele", "zielsetzung", "objectifs", "objetivos", "цели", "цели и задачи", "目标", "目標", "目的", "목표", "목적"),
    "strategy": ("implementation strategy", "strategy", "approach", "implementation approach", "strategie", "umsetzungsstrategie", "vorgehen", "ansatz", "stratégie", "approche", "estrategia", "enfoque", "estratégia", "abordagem", "стратегия", "подход", "实施策略", "策略", "戦略", "アプローチ", "전략", "구현 전략"),
    "phases": ("phases and steps", "phases", "implementation phases", "phasen", "étapes", "fases", "этапы", "阶段", "实施阶段", "フェーズ", "단계", "구현 단계"),
    "testing": ("testing and verification", "testing", "testing strategy", "testing plan", "test plan", "test strategy", "teststrategie", "stratégie de test", "estrategia de pruebas", "pruebas", "testes", "тестирование", "стратегия тестирования", "测试", "测试策略", "テスト", "テスト計画", "テスト戦略", "테스트", "테스트 계획", "테스트 전략"),
    "rollback": ("rollback plan", "rollback", "rollback strategy", "rollback procedure", "rollback procedures", "rückfallplan", "plan de retour arrière", "plan de reversión", "plano de rollback", "план отката", "回滚计划", "回滚方案", "ロールバック計画", "ロールバック", "롤백", "롤백 계획"),
    "risks": ("risk assessment", "risks", "risk register", "risks and mitigations", "risks and mitigation", "risk analysis", "risk management", "risiken", "risikobewertung", "risques", "évaluation des risques", "riesgos", "riscos", "риски", "оценка рисков", "风险", "风险评估", "風險", "リスク", "リスク評価", "위험", "위험 요소", "위험 평가", "리스크", "리스크 관리"),
    "success-criteria": ("success criteria", "erfolgskriterien", "critères de succès", "critères de réussite", "criterios de éxito", "critérios de sucesso", "критерии успеха", "成功标准", "成功基準", "성공 기준"),
    "deliverables": ("deliverables", "liefergegenstände", "livrables", "entregables", "entregáveis", "поставляемые результаты", "交付物", "成果物", "산출물", "ergebnisse"),
    "next-steps": ("next steps", "nächste schritte", "prochaines étapes", "próximos pasos", "próximos passos", "следующие шаги", "下一步", "次のステップ", "다음 단계"),
    "references": ("references", "referenzen", "références", "referencias", "referências", "参考", "参考资料", "参考文献", "참고 자료"),
    "document-information": ("document information", "document info", "dokumentinformationen", "informations sur le document", "información del documento", "informações do documento", "информация о документе", "文档信息", "ドキュメント情報", "문서 정보"),
}  # fmt: skip
"""What a section is called: a heading with such a name goes before one with another spelling of the role."""

SECTION_STEMS: Table = {
    "executive-summary": ("executive summary",),
    "current-state": ("current state", "текущее состояние", "现状", "現状", "当前状态", "현재 상태", "현황"),
    "goals": ("goals", "objectives", "ziele", "objectifs", "objetivos", "цели", "目标", "目標", "目的", "목표"),
    "strategy": ("implementation strategy", "migration strategy", "overall strategy", "implementation approach", "migration approach", "rollout approach"),
    "phases": ("implementation phases", "phases and steps", "development roadmap", "implementation roadmap", "implementation timeline", "实施步骤", "实施阶段", "实施计划", "路线图", "路線圖", "ロードマップ", "этапы", "구현 단계", "구현 계획", "로드맵"),
    "testing": ("testing strategy", "test strategy", "test plan", "testing and verification", "testing and validation", "testing checkpoints", "testing checklist", "testing requirements", "test cases", "teststrategie", "stratégie de test", "estrategia de pruebas", "estratégia de testes", "测试", "測試", "テスト", "тестирование", "테스트"),
    "rollback": ("rollback plan", "rollback strategy", "rollback procedure", "rollback procedures", "回滚", "回滾", "ロールバック", "откат", "отката", "롤백"),
    "risks": ("risk assessment", "risk mitigation", "risk mitigations", "risk register", "risk management", "risk analysis", "risk matrix", "risks and", "and risks", "key risks", "risks", "风险", "風險", "リスク", "риски", "рисков", "risiken", "riesgos", "riscos", "risques", "rischi", "위험", "리스크"),
    "success-criteria": ("success criteria", "success metrics", "acceptance criteria", "definition of done", "exit criteria", "quality criteria", "completion criteria", "criteria", "erfolgskriterien", "abnahmekriterien", "kriterien", "critères", "criterios", "critérios", "критерии", "验收", "驗收", "完成标准", "成功标准", "质量标准", "成功基準", "品質基準", "完了条件", "성공 기준", "성공 지표", "완료 기준"),
    "deliverables": ("deliverables", "deliverable", "liefergegenstände", "livrables", "entregables", "entregáveis", "交付", "成果物", "산출물"),
    "next-steps": ("next steps", "immediate actions", "nächste schritte", "prochaines étapes", "próximos pasos", "próximos passos", "следующие шаги", "接下来的步骤", "下一步", "次のステップ", "다음 단계"),
    "references": ("related documents", "related documentation"),
    "document-information": ("document information", "revision history", "change history", "document history"),
}  # fmt: skip
"""Words that give a longer heading its role, whatever else it says: *Launch Success Criteria*. The rest needs
`QUALIFIERS`: *Migration Approach* is the plan's, *Caching Approach* is not."""

QUALIFIERS: Table = {
    "any": (
        "project", "plan", "program", "programme", "initiative", "product", "mvp", "poc", "pilot", "migration", "implementation", "development", "delivery", "execution", "transition", "transformation", "rollout", "roll out", "launch", "upgrade", "refactoring",
        "refactor", "modernization", "modernisation", "overall", "general", "key", "main", "core", "major", "primary", "high level", "top level", "detailed", "proposed", "recommended", "initial", "final", "our", "the", "a", "an", "of", "for", "to", "this", "in", "and", "with",
        "overview", "summary", "list", "checklist", "details", "statement", "breakdown", "analysis", "assessment", "tracker", "log", "section", "at a glance",
        "projekt", "projekts", "projektes", "plans", "umsetzung", "umsetzungs", "migrations", "mvps", "einführung", "einführungs", "gesamt", "wichtigste", "wichtige", "zentrale", "unsere", "der", "die", "das", "des", "dem", "und", "für", "im", "übersicht", "liste", "checkliste",
        "projet", "lancement", "déploiement", "mise en œuvre", "principaux", "principales", "principal", "de", "du", "la", "le", "les", "l", "d", "et", "pour", "nos", "liste", "proyecto", "lanzamiento", "migración", "implementación", "despliegue", "principales", "del", "el", "los", "las", "y", "para", "nuestros", "lista",
        "projeto", "lançamento", "migração", "implementação", "implantação", "principais", "do", "da", "dos", "das", "o", "e", "nossos", "проекта", "плана", "миграции", "внедрения", "запуска", "реализации", "основные", "ключевые", "главные", "общие", "общая", "общий", "наши", "к", "и", "для", "по", "список", "чек лист",
        "项目", "項目", "计划", "計畫", "实施", "實施", "迁移", "遷移", "总体", "整体", "主要", "核心", "关键", "的", "与", "和", "概述", "概览", "清单", "列表", "プロジェクト", "計画", "移行", "導入", "全体", "主な", "主要な", "の", "と", "一覧", "概要", "프로젝트", "계획", "구현", "실행", "개발", "전환", "이전", "마이그레이션", "최종", "통합", "전체", "주요", "핵심", "상세", "및", "개요", "요약", "목록", "체크리스트",
    ),
    "strategy": ("technical", "solution", "phased", "incremental", "business", "clean", "technische", "technischer", "technique", "technico", "técnica", "técnico", "технический", "техническая", "技术", "技術"),
    "testing": ("integration", "acceptance", "user acceptance", "uat", "qa", "end to end", "e2e", "manual", "automated", "post", "pre", "after"),
    "references": ("external", "internal", "further", "additional", "useful", "related", "cross", "weitere", "externe", "autres", "externas"),
    "current-state": ("technical", "existing", "current", "present", "system", "business", "in", "repo", "codebase"),
    "executive-summary": ("business", "short", "brief", "quick", "one", "page", "paragraph", "sentence", "minute"),
    "next-steps": ("top", "current", "recommended", "suggested", "proposed", "immediate", "possible", "planned", "concrete", "remaining", "repo", "repository", "unmittelbare", "konkrete", "empfohlene", "immédiates", "recommandées", "inmediatos", "inmediato", "recomendados", "imediatos", "ближайшие", "рекомендуемые", "推荐", "建议", "推奨"),
    "rollback": ("strategies", "plans", "path", "paths", "steps", "process", "options", "playbook", "runbook", "method", "policy", "safety", "emergency", "quick", "full", "partial", "decision", "tree", "trees", "strategie", "verfahren", "prozess", "konzept", "sofort", "stratégie", "procédure", "estrategia", "procedimiento", "procedimientos", "estratégia", "procedimento", "procedimentos", "стратегия", "процедура", "порядок", "策略", "流程", "步骤", "手順", "戦略"),
    "risks": ("monitored", "überwachte", "surveillés", "monitoreados", "monitorados", "accepted", "open", "remaining", "residual", "identified", "top", "biggest", "offene", "bekannte", "akzeptierte", "acceptés", "connus", "aceptados", "conocidos", "aceitos", "conhecidos", "принятые", "известные", "已知", "既知の"),
}  # fmt: skip
"""Words that may be beside the name of a section and leave it the plan's: of any, and of one."""

SECTION_FRAMES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "current-state": (
        (("current", "existing", "present"), ("state", "status", "situation", "baseline", "context")),
        (("aktueller", "aktuelle", "derzeitiger", "heutiger"), ("stand", "status", "zustand", "situation")),
        (("where",), ("stand", "are", "today", "now")),
    ),
    "next-steps": (
        (("next", "following", "upcoming"), ("steps", "actions", "action", "priorities", "priority", "milestone", "milestones", "tasks")),
        (("nächste", "nächster"), ("schritte", "schritt", "aufgaben", "prioritäten", "meilensteine")),
        (("prochaines", "prochains"), ("étapes", "actions", "priorités", "jalons")),
        (("próximos", "próximas", "siguientes"), ("pasos", "acciones", "tareas", "prioridades", "hitos", "passos", "ações", "tarefas", "marcos")),
        (("следующие", "ближайшие"), ("шаги", "действия", "задачи", "приоритеты")),
    ),
}  # fmt: skip
"""How the name of a section begins and ends, with few words between: *Next Repo Priorities*."""

OTHER_THINGS: Table = {
    "any": ("non", "anti", "not", "no", "nicht", "nichtziele", "hors", "fuera", "fora", "не", "вне", "非", "不", "対象外", "비목표", "제외"),
    "next-steps": ("checklist",),
    "goals": ("secondary", "stretch", "out", "future", "recovery", "latency", "performance", "coverage", "nebenziele", "sekundäre", "secondaires", "secundarios", "secundários", "второстепенные", "次要", "次要な"),
    "success-criteria": ("entry", "selection", "decision", "evaluation", "rollback", "trigger", "abort", "inclusion", "exclusion", "escalation", "prioritization", "prioritisation", "priority", "search", "filter", "auswahl", "auswahlkriterien", "sélection", "selección", "seleção", "отбора", "выбора"),
    "testing": ("data", "environment", "environments", "tools", "数据", "环境", "データ", "環境"),
    "deliverables": ("undeliverable",),
}  # fmt: skip
"""Words beside the name of a section that make it something else: *Non-Goals*, *Selection Criteria*."""

SUMMED_UP: tuple[str, ...] = (
    "phase", "phases", "change", "changes", "phasen", "änderungen", "étapes", "modifications", "fase", "fases", "etapas", "cambios", "mudanças", "alterações", "фаз", "этапов", "изменений",
)  # fmt: skip
"""Words behind *Summary of* that say that it is of no whole plan."""

CHECKLISTS: tuple[str, ...] = (
    "checklist", "checklists", "check list", "checkliste", "liste de contrôle", "lista de verificación", "lista de verificação", "чек лист", "чеклист", "检查清单", "检查表", "チェックリスト", "체크리스트",
)  # fmt: skip
"""Words of headings whose sub-headings group what is checked, and are no sections of the plan."""

PART_NOUNS: tuple[str, ...] = (
    "part", "track", "stream", "workstream", "work stream", "strand", "lane", "epic", "module", "component", "subproject", "work package", "package", "initiative", "team", "squad", "option", "alternative", "variant", "scenario", "pillar", "area",
    "teil", "teilprojekt", "arbeitspaket", "arbeitsstrang", "modul", "bereich", "baustein", "partie", "volet", "chantier", "lot", "axe", "équipe", "module", "parte", "frente", "línea de trabajo", "equipo", "módulo", "paquete", "pacote", "equipe", "frente de trabalho",
    "часть", "поток", "направление", "модуль", "команда", "блок", "工作流", "模块", "模組", "子项目", "部分", "工作包", "パート", "ワークストリーム", "モジュール", "チーム", "トラック",
)  # fmt: skip
"""Nouns of headings that name a part of a plan: `Part 1`, `Workstream A`, `Backend Track`."""

COMPOUND_HEADS: tuple[str, ...] = ("ziele", "risiken", "kriterien")
"""Stems that end a compound word: *Kommunikationsziele*."""

AFTER: tuple[str, ...] = ("after", "following", "nach", "après", "después", "tras", "depois", "após", "после")
"""Words in front of a phase that say that something is none of its own: *Next Steps after Phase 2*."""

TAILS: tuple[str, ...] = ("方案", "策略", "措施", "说明", "說明", "管理", "分析", "评估", "評估", "指标", "应对", "應對", "对策", "対策", "標準", "标准", "基準", "要求", "项", "項", "戦略", "方針", "手順", "評価", "リスト", "まとめ", "规划", "安排", "物", "전략", "방안", "대응", "완화", "관리", "분석", "평가", "계획", "지표", "요소", "요인", "절차", "목록", "사항", "대책", "현황")  # fmt: skip
"""What may follow the name of a section in ideographs, beside qualifiers: 风险应对, 测试方案."""

APPENDICES: tuple[str, ...] = (
    "appendix",
    "annex",
    "section",
    "chapter",
    "anhang",
    "abschnitt",
    "kapitel",
    "annexe",
    "anexo",
    "apéndice",
    "apêndice",
    "приложение",
    "раздел",
    "附录",
    "附錄",
    "付録",
    "부록",
)
"""What may number a heading in front of its name: *Appendix B: Risk Register*."""

PREPOSITIONS: tuple[str, ...] = (
    "of", "for", "in", "after", "before", "during", "on", "by", "per", "from", "to", "with", "within", "at", "für", "von", "nach", "vor", "im", "bei", "mit", "aus", "de", "du", "des", "d", "pour", "après", "avant", "dans", "del", "para", "en", "tras", "da", "do", "dos", "em", "após", "для", "по", "после", "в",
)  # fmt: skip
"""What parts the name of a section from what it is about: *Next Steps after the Launch*."""

NOTHING: Table = {
    "none": (
        "none", "nothing", "nil", "n/a", "not applicable", "not required", "not needed",
        "keine", "keines", "keiner", "nichts", "entfällt", "nicht zutreffend", "nicht erforderlich",
        "aucun", "aucune", "néant", "rien", "sans objet", "non applicable",
        "ninguno", "ninguna", "nada", "no aplica", "nenhum", "nenhuma", "não aplicável", "não se aplica",
        "нет", "отсутствуют", "отсутствует", "не выявлено", "не выявлены", "не применимо", "неприменимо", "ничего",
        "无", "無", "暂无", "暫無", "没有", "沒有", "不适用", "不適用", "未发现", "なし", "無し", "ありません", "ない", "없음", "해당 없음", "해당없음", "없습니다",
    ),
    "no": ("no", "not", "kein", "keinen", "pas de", "pas d", "sans", "no hay", "sin", "não há", "sem", "не"),
    "of": (
        "risk", "risks", "issue", "issues", "blocker", "blockers", "dependency", "dependencies", "prerequisite", "prerequisites", "decision", "decisions", "deliverable", "deliverables",
        "criteria", "criterion", "next steps", "steps", "step", "action", "actions", "action items", "items", "item", "constraints", "assumptions", "references", "goals", "non goals", "follow up", "follow ups",
        "risiko", "risiken", "abhängigkeit", "abhängigkeiten", "voraussetzungen", "entscheidung", "entscheidungen", "ergebnisse", "liefergegenstände", "kriterien", "schritte", "maßnahmen", "hindernisse",
        "risque", "risques", "dépendance", "dépendances", "décision", "décisions", "livrable", "livrables", "critère", "critères", "étapes", "prérequis",
        "riesgo", "riesgos", "dependencia", "dependencias", "decisión", "decisiones", "entregable", "entregables", "criterios", "pasos",
        "risco", "riscos", "dependência", "dependências", "decisão", "decisões", "entregáveis", "critérios", "passos",
        "риск", "риски", "рисков", "зависимости", "зависимостей", "решения", "решений", "результатов", "критериев", "шагов",
        "风险", "風險", "依赖", "依賴", "决策", "決策", "交付物", "标准", "下一步", "事项", "リスク", "依存関係", "依存", "決定事項", "成果物", "基準", "項目", "위험", "리스크", "결정 사항", "산출물", "의존성",
    ),
    "filler": (
        "identified", "known", "found", "recorded", "listed", "documented", "reported", "planned", "defined", "required", "needed", "necessary", "expected", "foreseen", "made", "taken", "open", "further", "other", "others",
        "new", "additional", "external", "outstanding", "remaining", "significant", "major", "specific", "special", "yet", "so far", "currently", "at present", "at the moment", "at this time", "at this point", "for now", "now", "here", "to date", "have been", "has been", "there are", "there is", "are", "is",
        "bekannt", "bekannten", "erkannt", "identifiziert", "offen", "offenen", "weiteren", "weitere", "externen", "externe", "derzeit", "zurzeit", "zur zeit", "aktuell", "bisher", "momentan", "noch", "nötig", "erforderlich", "geplant", "vorhanden", "es gibt", "gibt es",
        "identifié", "identifiée", "identifiés", "connu", "connue", "connus", "ouvert", "pour l instant", "pour le moment", "actuellement", "à ce jour", "prévu", "externe",
        "identificado", "identificados", "identificada", "identificadas", "conocido", "conocidos", "conocida", "conocidas", "por ahora", "por el momento", "hasta ahora", "actualmente", "previsto", "externa", "externas",
        "conhecido", "conhecidos", "conhecida", "conhecidas", "por enquanto", "até agora", "no momento", "atualmente",
        "выявлено", "известных", "открытых", "внешних", "пока", "на данный момент", "сейчас",
        "已知", "目前", "当前", "當前", "现在", "外部", "其他", "明显", "明確", "任何", "現時点", "では", "現在", "特に", "該当", "既知の", "既知", "は", "の", "현재", "알려진", "확인된", "특별한",
    ),
}  # fmt: skip
"""An entry that says there is nothing: a word of `none`, or one of `no` beside another, and no other words."""

GENERIC_HEADINGS: tuple[str, ...] = (
    "summary", "metrics", "next", "tests", "solution", "problem", "the problem", "background", "purpose", "objective", "goal", "related", "links", "resources", "milestones",
    "sources", "testing", "verification", "validation", "baseline", "reference", "outputs", "stages", "metadata", "risk", "roadmap", "test cases", "technical risks", "fases",
    "action plan",
)  # fmt: skip
"""Spellings too general to name a section of the plan where they are below another."""

RISK_PLURALS: tuple[str, ...] = (
    "risks", "risico s", "risicos", "ryzyka", "risker", "risici", "threats", "hazards", "concerns", "pitfalls", "unknowns", "challenges", "risiken", "gefahren", "risques", "menaces", "rischi", "minacce", "riesgos", "amenazas", "riscos", "ameaças",
    "риски", "рисков", "угрозы", "风险", "風險", "リスク", "懸念事項", "위험", "리스크", "우려 사항",
)  # fmt: skip
"""Words of headings under which several risks are. Ideographs have no number."""

RISK_COLUMNS: Table = {
    "risk": ("title", "name", "item", "event", "scenario", "what could go wrong", "what can go wrong", "vulnerability", "weakness", "concern", "issue", "problem"),
    "probability": ("p", "l", "o", "w", "ew", "occurrence", "occ", "lik", "freq", "frequency"),
    "severity": ("s", "sev"),
    "level": ("rag", "rag status", "ampel"),
    "impact": ("i", "a", "c", "imp", "cons"),
    "detection": ("d", "det", "detection", "detectability"),
    "mitigation": ("action", "actions", "approach", "plan", "measures", "handling", "strategy", "how we handle it", "recommendation", "recommendations", "empfehlung", "recommandation", "recomendación", "recomendação", "рекомендация", "建议", "推奨"),
    "status": ("mitigation status",),
    "category": ("area", "group"),
}  # fmt: skip
"""Names of columns that mean this in a table of risks only, letters where all their cells are ratings."""

RESIDUAL_WORDS: tuple[str, ...] = (
    "residual", "remaining", "post mitigation", "post-mitigation", "after mitigation", "after", "mitigated", "net", "rest", "verbleibend", "verbleibende", "verbleibendes", "nach maßnahmen",
    "résiduel", "résiduelle", "residuais", "residuales", "остаточный", "остаточная", "остаточное", "剩余", "剩餘", "残存", "残留", "잔여", "잔존",
)  # fmt: skip
"""Words that make a rating the one that remains when the risk is mitigated."""

INHERENT_WORDS: tuple[str, ...] = (
    "inherent", "initial", "gross", "raw", "current", "overall", "before mitigation", "pre mitigation", "pre-mitigation", "unmitigated", "before", "inhärent", "inhärente", "brutto", "inhérent", "inhérente",
    "inherente", "inicial", "исходный", "исходная", "исходное", "固有", "고유", "초기",
)  # fmt: skip
"""Words that make a rating the one before."""

OF_PROBABILITY: tuple[str, ...] = ("likely", "confidence", "risk")
"""What a share may be of that rates a risk, beside the names of the field: `20% chance of rain`."""

RISK_EVENTS: tuple[str, ...] = (
    "failure", "failures", "issues", "problems", "fault", "faults", "outage", "outages", "downtime", "crash", "crashes", "loss", "losses", "leak", "leaks", "leakage", "breach", "breaches", "corruption", "degradation", "exhaustion", "runaway",
    "fraud", "theft", "abuse", "misuse", "attack", "attacks", "spam", "violation", "violations", "vulnerability", "vulnerabilities", "overrun", "overruns", "overload", "creep", "delay", "delays", "overlap", "pressure", "slip", "slippage", "shortage", "shortages",
    "bottleneck", "bottlenecks", "churn", "turnover", "burnout", "lock-in", "drift", "mismatch", "conflict", "conflicts", "regression", "regressions", "incompatibility", "underestimation",
    "ausfall", "ausfälle", "verlust", "verluste", "datenverlust", "verzögerung", "verzögerungen", "überlastung", "betrug", "missbrauch", "perte", "pertes", "panne", "pannes", "retard", "retards", "fuite", "fuites", "fraude", "abus",
    "fallo", "fallos", "pérdida", "pérdidas", "retraso", "retrasos", "fuga", "abuso", "falha", "falhas", "perda", "perdas", "atraso", "atrasos", "vazamento", "потеря", "потери", "сбой", "сбои", "отказ", "утечка", "задержка", "задержки",
    "丢失", "泄露", "泄漏", "失败", "故障", "延迟", "超支", "漏洩", "障害", "遅延", "損失", "유출", "손실", "장애", "지연",
)  # fmt: skip
"""What a heading ends with that names something to happen, not what is done about it: *Data Loss*."""

RISK_AVOIDED: tuple[str, ...] = (
    "prevent", "preventing", "avoid", "avoiding", "reduce", "reducing", "handle", "handling", "minimize", "minimise", "limit", "detect", "stop", "no", "zero", "without",
    "vermeide", "vermeiden", "kein", "keine", "éviter", "réduire", "aucun", "evitar", "reducir", "reduzir", "sin", "sem",
)  # fmt: skip
"""What a measure begins with that names what it is against: *Prevent data loss*."""

RISK_TOPICS: tuple[str, ...] = (
    "technical", "technology", "business", "operational", "operations", "organizational", "organisational", "schedule", "timeline", "security", "legal", "financial", "external", "internal",
    "market", "people", "resource", "resources", "project", "product", "regulatory", "compliance", "infrastructure", "scope", "budget", "cost", "team", "user", "users", "adoption", "experience",
    "technisch", "technische", "organisatorisch", "organisatorische", "rechtlich", "finanziell", "technique", "techniques", "organisationnel", "juridique", "técnico", "técnicos", "negocio", "legales",
    "negócio", "legais", "технические", "организационные", "бизнес", "技术", "技術", "业务", "進度", "进度", "組織", "组织", "安全", "セキュリティ", "運用", "기술적", "기술", "일정", "비즈니스", "보안", "운영", "조직",
)  # fmt: skip
"""Subjects by which risks are grouped: *Technical*, *Business and Legal*."""

RISK_GROUP_WORDS: tuple[str, ...] = (
    "item", "items", "area", "areas", "priority", "severity", "impact", "probability", "level", "change", "changes", "new", "known", "the", "rated",
)  # fmt: skip
"""Words that may be beside level and risk in the heading of a group by level."""

RISK_MEASURES: tuple[str, ...] = (
    "recommendation", "recommendations", "suggestion", "suggestions", "empfehlungen", "recommandations", "recomendaciones", "recomendações", "рекомендации", "建议", "推荐", "推奨",
    "solution", "solutions", "lösung", "lösungen", "solución", "soluciones", "solução", "soluções", "решение", "решения", "解决方案", "解決方案", "解決策", "해결 방안",
    "mitigated", "mitigados", "mitigadas", "gemindert", "geminderte", "atténués", "снижены",
    "mitigation", "mitigations", "mitigating", "mitigate", "contingency", "contingencies", "fallback", "fallbacks", "rollback", "response", "responses", "monitoring", "prevention",
    "recovery", "procedure", "procedures", "measure", "measures", "control", "controls", "safeguard", "safeguards", "guardrail", "guardrails", "action", "actions", "safety",
    "countermeasure", "countermeasures", "treatment", "reduction", "escalation", "tracking", "reporting", "communication", "review", "reviews", "strategies",
    "maßnahmen", "gegenmaßnahmen", "risikominderung", "risikominimierung", "minderung", "risikoüberwachung", "überwachung", "notfallplan", "notfallpläne", "eskalation",
    "mesures", "atténuation", "surveillance", "suivi", "escalade", "medidas", "mitigación", "seguimiento", "monitoreo", "contingencia", "contingencias", "escalamiento",
    "mitigação", "monitoramento", "acompanhamento", "contingência", "contingências", "меры", "снижение", "снижения", "смягчение", "митигация", "мониторинг", "эскалация", "реагирование",
    "缓解", "应对", "对策", "措施", "监控", "升级", "回滚", "回滚策略", "回滚方案", "回滚计划", "应急", "应急预案", "应急方案", "预案", "回退", "緩解", "應對", "監控", "対策", "対応", "軽減", "監視", "モニタリング", "エスカレーション", "エスカレーションルール", "완화", "대응", "대책", "조치", "모니터링", "에스컬레이션",
)  # fmt: skip
"""Words of headings that tell what is done about risks, not what could go wrong."""

RISK_FRAMES: tuple[str, ...] = (
    "why", "warum", "pourquoi", "por qué", "por que", "почему", "为什么", "なぜ", "zero", "no", "legend", "scale", "scales", "scoring", "levels", "methodology", "framework", "process", "criteria", "definition", "definitions", "appetite", "tolerance", "ownership", "governance",
    "assumption", "assumptions", "question", "questions", "note", "notes", "decision", "decisions", "example", "examples",
    "legende", "skala", "légende", "échelle", "leyenda", "escala", "legenda", "легенда", "шкала", "图例", "圖例", "凡例", "범례",
)  # fmt: skip
"""Words of headings that tell how risks are looked at: *Risk Scoring*, *Risk Levels*."""

RISK_CATEGORIES: tuple[str, ...] = ("categories", "classes", "tiers", "kategorien", "klassen", "catégories", "categorías", "categorias", "категории", "类别", "分類", "분류")  # fmt: skip
"""Words of headings below which levels of risk are told, with what they mean or what they are."""

RISK_QUESTIONS: tuple[str, ...] = (
    "deferred", "gate", "gates", "non goal", "non goals", "appendix", "out of scope", "references", "checklist", "annahmen", "fragen", "hypothèses", "supuestos", "preguntas", "premissas", "perguntas",
    "допущения", "вопросы", "假设", "假設", "前提", "质疑", "質問", "dependency", "dependencies", "prerequisites", "abhängigkeiten", "dépendances", "dépendances critiques", "dependencias", "dependencias críticas", "dependências", "dependências críticas", "зависимости", "依赖", "依存関係", "가정", "질문", "의존성",
)  # fmt: skip
"""Words of other headings and labels in a section of risks whose lists are no risks."""

RISK_ASIDES: tuple[str, ...] = (
    "summary", "overview", "introduction", "background", "context", "purpose", "conclusion", "issues", "known issues", "limitations", "known limitations", "resolved", "open decisions", "blockers", "constraints", "timeline", "benefits", "opportunities", "问题",
)  # fmt: skip
"""Headings and labels that say so as a whole: *Issues*, while *Licence issues* are a risk."""

GENITIVES: tuple[str, ...] = (
    "of", "for", "to", "on", "in", "against", "zur", "zum", "für", "gegen", "von", "de", "des", "du", "d", "da", "do", "del", "para", "pour", "по", "при", "для",
)  # fmt: skip
"""Words that tie what follows to the noun before: *Mitigation of ...*."""

PLAN_NOUNS: tuple[str, ...] = (
    "plan", "plans", "strategy", "strategies", "approach", "approaches", "process", "processes", "steps", "items", "list", "log", "schedule", "matrix", "taken", "made", "planned", "needed", "required", "path", "paths",
)  # fmt: skip
"""Nouns that add nothing to the one before: *Recovery Plan*."""

CONJUNCTIONS: tuple[str, ...] = (
    "and", "with", "und", "mit", "sowie", "et", "avec", "y", "e", "con", "com", "и", "с", "与", "和", "及", "與", "と", "および", "및",
)  # fmt: skip
"""Words that join two subjects of one heading: *Risks and Mitigations*."""

SUPERSEDED_NOTES: tuple[str, ...] = (
    "superseded by", "been superseded", "is superseded", "replaced by", "been replaced by", "obsoleted by", "made obsolete by", "deprecated in favour of", "deprecated in favor of",
    "ersetzt durch", "abgelöst durch", "abgelöst von", "überholt durch", "remplacé par", "remplacée par", "reemplazado por", "sustituido por", "reemplazada por", "substituído por", "substituida por",
    "заменён на", "заменен на", "заменён планом", "заменен планом", "取代", "置き換え", "被替代", "로 대체", "대체되었",
)  # fmt: skip
"""What a note at the head of a page says where another plan has taken over."""

DECISION_WORDS: tuple[str, ...] = (
    "decision",
    "adr",
    "entscheidung",
    "beschluss",
    "décision",
    "decisión",
    "decisão",
    "решение",
    "决策",
    "決定",
    "결정",
)
"""Words that number a decision: `Decision 1: Title`."""

OPTION_WORDS: tuple[str, ...] = (
    "option", "options", "alternative", "alternatives", "pros", "cons", "advantages", "disadvantages", "trade offs", "tradeoffs", "variante", "varianten", "vorteile", "nachteile", "avantages", "inconvénients",
    "opción", "opciones", "ventajas", "desventajas", "opção", "opções", "vantagens", "desvantagens", "вариант", "варианты", "плюсы", "минусы", "备选", "优点", "缺点", "選択肢", "代替案", "대안", "장점", "단점",
)  # fmt: skip
"""Words beside which a list of risks speaks of one option and not of the plan."""

DECISION_ASIDES: tuple[str, ...] = (
    "open",
    "pending",
    "future",
    "question",
    "questions",
    "overview",
    "log",
    "offen",
    "ouvert",
    "открытые",
    "待定",
    "assumption",
    "assumptions",
    "constraints",
    "annahmen",
    "hypothèses",
    "supuestos",
    "premissas",
    "допущения",
    "假设",
    "假設",
    "前提条件",
    "가정",
)
"""Words of headings among decisions that list what is not decided, or all of them."""

STEP_LISTS: tuple[str, ...] = (
    "tasks",
    "list",
    "steps",
    "deliverables",
    "plan",
    "aufgaben",
    "tâches",
    "tareas",
    "tarefas",
    "задачи",
    "任务",
    "タスク",
    "작업",
)
"""Last words of a heading inside a phase under which its steps are: "Task List"."""

TASK_COLUMNS: Table = {
    "task": (
        "task", "task name", "task description", "to do", "todo", "action item", "work item", "aufgabe", "tâche", "tarea", "tarefa", "задача", "任务", "任務", "工作项", "待办", "待办事项", "タスク", "作業", "作業項目", "작업", "할 일", "과제", "태스크",
    ),
    "action": (
        "tasks", "todos", "to dos", "action items", "work items", "action", "actions", "activity", "activities", "what", "aufgaben", "aktion", "aktivität", "tätigkeit", "tâches", "activité", "tareas", "acción", "actividad",
        "tarefas", "ação", "atividade", "задачи", "действие", "行动", "行動", "事项", "アクション",
    ),
    "item": ("item", "items", "punkt", "élément", "elemento", "пункт", "项目", "項目", "항목"),
    "done": (
        "done", "complete", "completed", "finished", "ready", "checked", "closed", "erledigt", "fertig", "fait", "terminé", "hecho", "completado", "terminado", "feito", "concluído", "готово", "выполнено", "сделано",
        "完成", "已完成", "是否完成", "完了", "済", "済み", "완료", "완료 여부",
    ),
    "other": ("risk", "risks", "decision", "question", "deliverable", "milestone", "metric", "kpi", "criterion", "requirement", "test", "test case", "risiko", "entscheidung", "risque", "décision", "riesgo", "decisión", "risco", "decisão", "риск", "решение", "风险", "决策", "リスク", "決定", "위험", "리스크", "결정"),
}  # fmt: skip
"""Columns of a table of tasks: names that make one, those that may, and those of tables of something else."""

DONE_HEADERS: tuple[str, ...] = ("✅", "☑", "☑️", "✔", "✔️", "✓", "[x]", "[X]", "[ ]")
"""What the column of such a table may be called that says which tasks are done."""

DONE_WORDS: tuple[str, ...] = ("x", "yes", "y", "true", "ja", "j", "oui", "o", "sí", "si", "s", "sim", "да", "是", "对", "已", "はい", "済", "済み", "○", "100%", "ok", "closed", "checked", "예", "완료")  # fmt: skip
UNDONE_WORDS: tuple[str, ...] = (
    "no",
    "n",
    "false",
    "nein",
    "non",
    "não",
    "нет",
    "否",
    "未",
    "いいえ",
    "open",
    "✗",
    "✘",
    "×",
    "0%",
    "아니오",
    "미완료",
)
"""Answers to whether a task is done."""

SUMS: tuple[str, ...] = (
    "total",
    "totals",
    "sum",
    "subtotal",
    "summe",
    "gesamt",
    "somme",
    "suma",
    "soma",
    "итого",
    "всего",
    "合计",
    "总计",
    "合計",
    "합계",
    "총계",
)
"""What the last row of a table may be called that adds the others up."""

TODO_KEYS: tuple[str, ...] = ("todos", "todo", "tasks")
TODO_TEXTS: tuple[str, ...] = ("content", "title", "text", "task", "name", "description")
TODO_STATES: tuple[str, ...] = ("status", "state", "done", "completed", "complete", "checked")
"""Keys of tasks in front matter, and of the text and state of each."""

UPDATES: tuple[str, ...] = (
    "status update",
    "progress update",
    "weekly update",
    "project update",
    "update",
    "status report",
    "aktualisierung",
    "statusbericht",
    "mise à jour",
    "point d'étape",
    "actualización",
    "atualização",
    "обновление",
    "更新",
    "进展",
    "状況報告",
)
"""What a heading with a date calls an update of the plan: `Update 2026-11-20`."""

SUBSECTIONS: Table = {
    "updates": ("status updates", "updates", "update log", "progress updates", "progress reports", "weekly updates", "project updates", "status reports", "status log", "progress log", "statusmeldungen", "statusberichte", "aktualisierungen",
                "points d'étape", "mises à jour", "actualizaciones", "actualizaciones de estado", "atualizações", "обновления", "更新", "进展", "進捗報告"),
    "objective": ("objective", "objectives", "goal", "purpose", "overview and purpose", "mission"),
    "scope": ("scope", "project scope", "scope and boundaries"),
    "scope-in": ("in scope", "in-scope", "included", "what is in scope"),
    "scope-out": ("out of scope", "out-of-scope", "not in scope", "excluded", "what is out of scope"),
    "impact": ("impact", "business impact"),
    "benefits": ("expected benefits", "benefits", "business value", "value"),
    "stakeholders": ("key stakeholders", "stakeholders"),
    "status": ("status", "current status", "plan status", "project status", "implementation status", "overall status", "current position", "estado", "statut", "статус", "状态", "ステータス", "상태", "현재 상태"),
    "overview": ("overview", "current overview", "system overview"),
    "issues": ("issues and limitations", "issues", "limitations", "known issues", "pain points", "problems", "current issues", "key issues", "challenges", "gaps"),
    "dependencies": ("dependencies", "prerequisites", "external dependencies", "internal dependencies", "dependencies and prerequisites", "requirements and dependencies",
                     "abhängigkeiten", "dépendances", "dependencias", "dependências", "зависимости", "依赖", "依赖关系", "依存関係", "의존성", "의존 관계"),
    "primary-goals": ("primary goals", "primary goal", "goals", "main goals", "key goals", "primary objectives"),
    "secondary-goals": ("secondary goals", "secondary goal", "secondary objectives", "stretch goals", "nice to have"),
    "non-goals": ("non goals", "non-goals", "nongoals", "out of scope", "anti goals", "not goals"),
    "approach": ("approach", "overall approach", "strategy", "overview"),
    "decisions": ("key decisions", "decisions", "decision register", "decision registry", "design decisions", "key design decisions", "architecture decisions", "architectural decisions", "technical decisions", "decision log",
                  "decisions made", "technology decisions", "architecture decision records", "resolved decisions", "decisions on open questions", "key technical decisions", "decision record",
                  "decided", "decisions taken", "entscheidungen", "festgelegte entscheidungen", "getroffene entscheidungen", "entschieden", "décisions", "décisions prises", "decisiones", "decisiones tomadas", "decisões", "decisões tomadas", "решения", "решено", "принятые решения", "ключевые решения", "决策", "技术决策", "関連する決定", "決定事項", "결정 사항", "주요 결정", "주요 결정 사항", "설계 결정", "의사결정"),
    "constraints": ("constraints", "limitations and constraints", "technical constraints", "assumptions and constraints", "constraints and assumptions"),
    "test-levels": ("test levels", "testing levels", "testing strategy", "test strategy", "levels", "types of tests"),
    "verification-checklist": ("verification checklist", "verification checklists", "checklist", "checklists"),
    "pre-implementation": ("pre-implementation", "pre implementation", "before implementation", "pre implementation checklist", "before", "pre deployment", "before you start"),
    "implementation": ("during implementation", "during", "implementation checklist", "during deployment"),
    "post-implementation": ("post-implementation", "post implementation", "after implementation", "post implementation checklist", "after", "post deployment"),
    "test-cases": ("test cases", "test scenarios", "scenarios"),
    "rollback-triggers": ("when to rollback", "when to roll back", "rollback triggers", "triggers", "rollback criteria", "trigger", "rollback conditions"),
    "rollback-quick": ("quick rollback", "emergency rollback", "immediate rollback", "fast rollback", "quick rollback emergency"),
    "rollback-complete": ("complete rollback", "full rollback", "rollback procedure", "rollback steps", "rollback procedures", "rollback process"),
    "rollback-after": ("post-rollback actions", "post rollback actions", "post rollback", "after rollback", "post rollback verification"),
    "risk-matrix": ("risk matrix", "risk register", "risk table", "risk summary", "risk overview"),
    "quantitative": ("quantitative metrics", "quantitative", "quantitative criteria", "measurable metrics", "technical metrics", "performance metrics"),
    "qualitative": ("qualitative metrics", "qualitative", "qualitative criteria"),
    "acceptance": ("acceptance criteria", "acceptance", "definition of done", "acceptance checklist", "exit criteria", "completion criteria", "success criteria", "criteria", "done when",
                   "abnahmekriterien", "akzeptanzkriterien", "critères d'acceptation", "criterios de aceptación", "critérios de aceitação", "критерии приёмки", "критерии приемки", "验收标准", "受け入れ基準", "완료 기준", "인수 기준", "승인 기준"),
    "benchmarks": ("performance benchmarks", "benchmarks", "performance targets", "benchmark", "performance metrics"),
    "code-deliverables": ("code deliverables", "code", "software deliverables", "code artifacts"),
    "documentation-deliverables": ("documentation deliverables", "documentation", "docs", "document deliverables"),
    "infrastructure-deliverables": ("infrastructure deliverables", "infrastructure", "operations deliverables", "deployment deliverables"),
    "immediate": ("immediate actions", "immediate next steps", "immediate", "immediate actions post implementation", "short term", "now"),
    "follow-up": ("follow-up tasks", "follow up tasks", "follow up", "follow-up", "follow ups", "medium term"),
    "future": ("future enhancements", "future work", "future improvements", "future", "future considerations", "long term", "later"),
    "internal": ("internal documentation", "internal", "internal references", "internal documents", "related documents", "related documentation"),
    "external": ("external resources", "external", "external references", "resources"),
    "related-issues": ("related issues", "issues", "issues and prs", "tickets", "related issues and prs"),
    "verification": ("verification", "verification criteria", "verification steps", "verify", "verification tasks", "validation", "checks", "acceptance", "acceptance criteria", "verifizierung", "prüfung", "vérification", "verificación", "verificação", "проверка", "验证", "驗證", "検証"),
    "deliverables": ("deliverables", "deliverable", "outputs", "entregables", "livrables", "ergebnisse", "交付物", "成果物", "산출물"),
    "actions": ("actions", "action", "tasks", "steps", "commands", "implementation", "work items", "activities"),
    "high-risk": ("high risk items", "high risks", "high risk", "high risk areas", "high-risk", "critical risks", "high priority risks", "high", "high severity", "high impact"),
    "medium-risk": ("medium risk items", "medium risks", "medium risk", "medium risk areas", "medium-risk", "moderate risks", "medium", "medium priority risks"),
    "low-risk": ("low risk items", "low risks", "low risk", "low risk areas", "low-risk", "minor risks", "low", "low priority risks"),
}  # fmt: skip
"""Headings and labels inside a section."""

FIELDS: Table = {
    "status": ("status", "state", "current status", "plan status", "project status", "overall status", "document status", "phase status", "implementation status", "work status",
               "estado", "estado del plan", "statut", "statut actuel", "état", "stand", "zustand", "projektstatus", "aktueller status", "bearbeitungsstand",
               "статус", "состояние", "текущий статус", "situação", "状态", "狀態", "当前状态", "阶段状态", "目前狀態", "项目状态", "專案狀態", "ステータス", "状況", "状態", "進捗状況", "상태", "현재 상태", "진행 상태", "진행 상황", "진행상황"),
    "health": ("health", "project health", "overall health", "schedule health", "rag", "rag status", "traffic light", "ampel", "ampelstatus", "gesundheit", "terminlage", "santé", "météo", "salud", "semáforo",
               "saúde", "farol", "здоровье", "светофор", "健康度", "健康状况", "健全性", "건전성"),
    "document-state": ("document status", "document state", "doc status"),
    "priority": ("priority", "prio", "plan priority", "project priority", "overall priority", "priority level", "priorität", "dringlichkeit", "priorité", "niveau de priorité", "prioridad", "nivel de prioridad", "prioridade", "приоритет", "приоритетность",
                 "优先级", "优先级别", "優先級", "優先順序", "優先度", "優先順位", "重要度", "우선순위", "우선 순위"),
    "progress": ("progress", "overall progress", "current progress", "project progress", "completion", "overall completion", "percent complete", "completion percentage", "fortschritt", "gesamtfortschritt", "progression", "avancement", "taux d'avancement",
                 "progreso", "progreso general", "avance", "progresso", "progresso geral", "andamento", "прогресс", "общий прогресс", "выполнение", "进度", "当前进度", "整体进度", "总体进度", "進度", "整體進度", "進捗", "進捗率", "全体進捗"),
    "owner": ("owner", "owners", "ansvarig", "ansvariga", "ansvarlig", "ansvarlige", "författare", "forfatter", "forfattere", "document owner", "plan owner", "project owner", "product owner", "responsible", "responsible person", "responsible team", "assignee", "assignees", "assigned to", "lead", "team lead", "author", "authors", "project lead", "project manager", "tech lead", "dri",
              "team", "maintainer", "maintainers", "contact", "prepared by", "created by", "written by", "owned by", "point of contact",
              "verantwortlich", "verantwortliche", "verantwortlicher", "verantwortung", "zuständig", "projektleitung", "projektleiter", "projektleiterin", "ansprechpartner", "ansprechpartnerin", "bearbeiter", "bearbeiterin", "erstellt von", "verfasst von", "autor", "autorin",
              "responsable", "responsables", "chef de projet", "cheffe de projet", "pilote", "porteur", "auteur", "autrice", "équipe", "préparé par", "rédigé par", "créé par", "propriétaire", "assigné à",
              "propietario", "equipo", "preparado por", "elaborado por", "creado por", "asignado a", "autora", "encargado", "encargada", "líder", "jefe de proyecto",
              "responsável", "responsáveis", "equipe", "equipa", "proprietário", "criado por", "atribuído a", "gerente do projeto", "dono",
              "ответственный", "ответственная", "ответственные", "исполнитель", "исполнители", "руководитель", "руководитель проекта", "автор", "авторы", "владелец", "команда", "подготовил", "подготовила", "составил", "составила",
              "负责人", "负责团队", "项目负责人", "作者", "编写人", "编制人", "责任人", "團隊", "负责", "負責人", "專案負責人", "撰寫人", "責任人", "担当", "担当者", "責任者", "プロジェクトマネージャー", "作成者", "著者", "所有者", "担当チーム", "담당자", "담당", "책임자", "작성자", "소유자"),
    "created": ("created", "date", "created on", "creation date", "date created", "opened", "opened on", "created date", "start date", "plan date", "document date", "creation", "created at", "plan created", "drafted", "date drafted", "drafted on", "written", "generated", "date of creation", "计划制定时间", "制定时间", "制定日期", "编制时间", "编制日期", "date written", "published", "publication date", "issued",
                "erstellt", "erstellt am", "erstellungsdatum", "datum", "angelegt", "angelegt am", "verfasst am", "créé", "créé le", "créée le", "date de création", "rédigé le", "préparé le", "établi le", "établie le",
                "creado", "creado el", "creada el", "fecha", "fecha de creación", "elaborado el", "criado", "criado em", "criada em", "data", "data de criação", "elaborado em",
                "создано", "создан", "создана", "дата", "дата создания", "дата документа", "составлено", "规划日期", "创建日期", "创建时间", "方案制定日期", "计划制定日期", "编制日期", "生成日期", "生成时间", "计划生成时间", "文档生成时间", "生成時間", "创建", "创建于", "日期", "制定日期", "制定时间", "生成日期", "生成时间", "计划生成时间", "計劃生成時間", "编写日期", "编写时间", "編寫日期", "建立日期", "建立時間", "創建日期", "創建時間", "撰寫日期", "作成日", "作成日時", "作成", "日付", "작성일", "작성일자", "작성 일자", "작성 날짜", "생성일", "날짜"),
    "updated": ("updated", "last updated", "last update", "last modified", "last change", "last changed", "date modified", "modified", "last reviewed", "last revised", "last revision", "revised", "revision date", "update date", "updated date", "date updated", "date of last update", "updated on", "updated at",
                "last edited", "last updated on", "as of",
                "aktualisiert", "aktualisiert am", "letzte aktualisierung", "zuletzt aktualisiert", "zuletzt aktualisiert am", "letzte änderung", "letzte bearbeitung", "zuletzt geändert", "zuletzt bearbeitet", "geändert", "geändert am", "änderungsdatum", "stand", "stand vom", "letzter stand",
                "mis à jour", "mis à jour le", "mise à jour", "mise à jour le", "dernière mise à jour", "date de mise à jour", "dernière modification", "modifié", "modifié le", "dernière révision",
                "actualizado", "actualizado el", "última actualización", "fecha de actualización", "actualización", "última modificación", "modificado", "última revisión",
                "atualizado", "atualizado em", "última atualização", "data de atualização", "data da atualização", "atualização", "última modificação", "última alteração", "modificado em", "última revisão",
                "обновлено", "обновлён", "обновлен", "обновлена", "последнее обновление", "дата обновления", "изменено", "изменён", "изменен", "последнее изменение", "дата изменения", "последняя редакция", "актуально на", "по состоянию на",
                "更新日期", "更新时间", "最后更新", "最后更新时间", "最后更新日期", "最近更新", "更新于", "最后修改", "修改日期", "修订日期", "最後更新", "最後更新時間", "最後更新日期", "更新時間", "最近更新時間", "最後修改", "修訂日期", "修改時間", "最終更新", "最終更新日", "最終更新日時", "更新日", "更新日時", "最終改訂", "改訂日", "최종 수정", "최종 수정일", "수정일", "업데이트", "최종 업데이트", "마지막 업데이트", "최근 업데이트", "갱신일"),
    "start": ("start", "start date", "started", "starts", "started on", "planned start", "planned start date", "estimated start", "target start", "begin", "begins", "beginning", "begin date", "kickoff", "kick off", "kickoff date",
              "beginn", "startdatum", "starttermin", "begonnen", "begonnen am", "projektstart", "projektbeginn", "geplanter start", "geplanter beginn", "début", "date de début", "démarrage", "commencé le",
              "inicio", "fecha de inicio", "comienzo", "inicio previsto", "início", "data de início", "iniciado em", "início previsto", "начало", "дата начала", "старт", "дата старта", "начат", "начато",
              "开始", "开始日期", "开始时间", "启动日期", "启动时间", "開始", "開始日期", "開始時間", "啟動日期", "開始日", "開始予定", "開始予定日", "着手日", "시작일", "시작", "착수일"),
    "target": ("target date", "target week", "target window", "target month", "target quarter", "target sprint", "target completion", "target", "target completion date", "eta", "end date", "end", "finish", "finish date", "expected completion", "expected completion date", "estimated completion", "estimated completion date", "planned completion", "planned end", "planned end date", "completion target",
               "expected delivery", "delivery date", "target release", "release date", "target launch", "launch", "launch date", "go live", "go live date", "golive",
               "zieltermin", "zieldatum", "termin", "endtermin", "enddatum", "ende", "geplantes ende", "geplanter abschluss", "fertigstellung", "liefertermin", "fertigstellungstermin", "livegang", "veröffentlichung",
               "date cible", "objectif de livraison", "date de fin", "fin", "fin prévue", "livraison", "date de livraison", "lancement", "lancement prévu", "date de lancement", "mise en service", "mise en production",
               "fecha objetivo", "fecha de fin", "fecha de finalización", "fin previsto", "fecha prevista", "entrega", "fecha de entrega", "lanzamiento", "fecha de lanzamiento", "puesta en marcha",
               "data alvo", "data de término", "término", "data final", "data prevista", "conclusão prevista", "data de entrega", "lançamento", "data de lançamento", "entrada em produção",
               "целевая дата", "дата завершения", "дата окончания", "окончание", "завершение", "планируемая дата", "плановая дата", "дата релиза", "релиз", "запуск", "дата запуска", "дата сдачи",
               "目标日期", "目標日期", "完成日期", "计划完成", "计划完成日期", "预计完成", "预计完成时间", "结束日期", "结束时间", "上线时间", "上线日期", "发布日期", "交付日期", "預計完成", "預計完成時間", "計劃完成", "結束日期", "上線日期", "上線時間", "發布日期", "交付日期",
               "目標日", "完了予定", "完了予定日", "終了日", "終了予定", "終了予定日", "リリース日", "リリース予定日", "公開日", "公開予定日", "納品日", "목표일", "완료 예정일", "완료 예정", "종료일", "출시일", "배포일"),
    "due": ("due", "due date", "due by", "due on", "deadline", "final deadline", "hard deadline", "must be done by", "needed by",
            "fällig", "fällig am", "fällig bis", "fälligkeit", "fälligkeitsdatum", "frist", "endfrist", "abgabetermin", "stichtag", "échéance", "date d'échéance", "date limite", "à rendre le", "délai", "délai de livraison",
            "fecha límite", "plazo", "fecha de vencimiento", "vence", "vencimiento", "prazo", "prazo final", "data limite", "vencimento", "data de vencimento", "срок", "сроки", "крайний срок", "срок сдачи", "срок завершения", "дедлайн",
            "截止日期", "截止时间", "截止", "最后期限", "期限", "到期日", "截止時間", "最後期限", "締切", "締め切り", "締切日", "期日", "納期", "提出期限", "마감일", "마감", "기한"),
    "category": ("category", "document type", "doc type", "type", "kind", "kategorie", "catégorie", "categoría", "categoria", "категория", "类别", "カテゴリ", "분류", "카테고리"),
    "stakeholders": ("stakeholders", "key stakeholders", "affected parties"),
    "version": ("version", "document version", "plan version", "版本", "バージョン", "версия", "버전"),
    "objective": ("objective", "goal", "goals", "purpose", "aim", "focus", "phase goal", "phase objective", "objectives", "ziel", "objectif", "objetivo", "цель", "目标", "目標", "目的", "목표", "목적"),
    "description": ("description", "what", "summary", "details", "overview", "beschreibung", "descripción", "descrição", "описание", "描述", "説明", "설명", "내용"),
    "period": ("period", "dates", "planned dates", "zeitraum", "période", "dates prévues", "fechas", "periodo", "período", "datas", "период", "даты", "时间段", "周期", "起止时间", "起止日期", "期间", "期間", "スケジュール", "기간"),
    "duration": ("duration", "estimated duration", "estimate", "estimated time", "time", "timeline", "effort", "estimated effort", "timeframe", "dauer", "durée", "duración", "duração", "длительность", "срок выполнения", "时间", "期間", "estimated", "time estimate", "기간", "예상 기간", "예상 시간", "소요 시간"),
    "actions": ("actions", "action", "commands", "tasks", "steps", "implementation", "what to do", "activities", "작업"),
    "verification": ("verification", "verify", "verification criteria", "verification steps", "validation", "checks", "verification tasks", "test", "tests", "검증"),
    "deliverables": ("deliverables", "deliverable", "outputs", "output", "artifacts", "산출물"),
    "context": ("context", "background", "problem", "issue", "question", "situation", "배경", "kontext", "hintergrund", "contexte", "contexto", "контекст", "背景", "上下文", "contesto", "kontekst"),
    "options": ("options considered", "options", "alternatives", "alternatives considered", "considered options", "choices", "대안", "optionen", "alternativen", "options envisagées", "alternativas", "opciones", "opções", "альтернативы", "варианты", "选项", "备选方案", "選択肢", "代替案"),
    "decision": ("decision", "chosen option", "choice", "chosen", "selected", "outcome", "resolution", "decided", "recommendation", "answer", "resolved", "we chose", "결정", "entscheidung", "beschluss", "décision", "choix", "decisión", "elección", "decisão", "escolha", "решение", "决策", "决定", "決定", "decisione", "decyzja"),
    "rationale": ("rationale", "reason", "reasoning", "why", "justification", "because", "rationale and trade-offs", "motivation", "이유", "근거", "begründung", "warum", "raison", "pourquoi", "justificación", "razón", "por qué", "justificativa", "razão", "por quê", "обоснование", "理由", "依据", "根拠", "motivazione", "uzasadnienie"),
    "probability": ("probability", "kans", "waarschijnlijkheid", "kans op", "prawdopodobieństwo", "sannolikhet", "sandsynlighed", "olasılık", "likelihood", "prob", "chance", "odds", "wahrscheinlichkeit", "eintrittswahrscheinlichkeit", "probabilité", "probabilidad", "probabilidade", "probabilità", "вероятность", "概率", "可能性", "发生概率", "発生確率", "確率", "확률", "가능성", "발생 확률", "발생 가능성"),
    "impact": ("impact", "consequence", "gevolg", "gevolgen", "wpływ", "konsekvens", "etki", "effect", "consequences", "business impact", "auswirkung", "auswirkungen", "impacto", "conséquence", "conséquences", "influence", "impatto", "влияние", "последствия", "воздействие", "影响", "影响程度", "影响度", "影響", "影響度", "影響程度", "영향", "영향도"),
    "severity": ("severity", "schwere", "schweregrad", "gravité", "severidad", "severidade", "gravedad", "gravidade", "серьёзность", "критичность", "严重性", "严重程度", "重大度", "深刻度", "심각도"),
    "level": ("level", "risk level", "rating", "risk rating", "score", "risk score", "overall risk", "exposure", "overall", "criticality", "risk priority number", "rpn", "rpz", "p x i", "pxi", "p i", "l x i", "lxi", "l i", "probability x impact", "risikostufe", "risikowert", "niveau", "nivel", "nível", "уровень", "等级", "风险等级", "レベル", "リスクレベル", "등급", "수준", "위험도", "위험 수준", "리스크 수준"),
    "mitigation": ("mitigatie", "maatregel", "maatregelen", "beheersmaatregel", "beheersmaatregelen", "mitygacja", "åtgärd", "åtgärder", "缓解策略", "缓解方案", "应对策略", "应对方案", "应对措施", "缓解措施", "对策", "緩和策", "対応策", "mitigation", "mitigations", "mitigation strategy", "mitigation strategies", "mitigation plan", "mitigate", "response", "countermeasure", "countermeasures", "action plan", "prevention", "solution", "mitigation approach", "mitigation measures", "mitigation actions", "mitigation steps", "how we mitigate", "controls", "control", "treatment",
                   "response plan", "response strategy", "preventive measures", "preventive actions", "recommended action", "recommended actions",
                   "gegenmaßnahme", "gegenmaßnahmen", "maßnahme", "maßnahmen", "mitigazione", "mitigazioni", "contromisura", "contromisure", "atténuation", "parade", "parades", "mesures", "mesure", "mesures d'atténuation", "mitigación", "medidas", "medida", "mitigação", "смягчение", "митигация", "меры", "缓解措施", "应对措施", "控制措施", "控制", "应对", "缓解", "对策", "対策", "対応", "対応策", "軽減策", "완화", "완화 전략", "완화 방안", "완화책", "대응", "대응 방안", "대응 전략", "대응책", "대책", "조치"),
    "contingency": ("contingency", "contingency plan", "rollback", "rollback plan", "rollback strategy", "fallback", "fallback plan", "backup plan", "plan b", "if it happens", "notfallplan", "plan de contingence", "contingencia", "contingência", "запасной план", "应急计划", "应急方案", "代替策", "비상 계획"),
    "trigger": ("trigger", "triggers", "detection", "early warning", "indicator"),
    "risk": ("risk", "risks", "risico", "risico s", "risicos", "ryzyko", "ryzyka", "risker", "risici", "risk description", "risk item", "risk title", "risk name", "risk event", "risk scenario", "primary risk", "main risk", "key risk", "top risk", "biggest risk", "principal risk", "hauptrisiko", "risque principal", "riesgo principal", "risco principal", "threat", "hazard", "failure mode", "potential failure mode", "risiko", "risque", "rischio", "riesgo", "risco", "риск", "风险", "リスク", "風險", "风险项", "위험", "리스크", "위험 요소", "위험 요인"),
    "id": ("id", "risk id", "no", "no.", "#", "nr", "number", "ref", "№", "编号", "番号", "번호"),
    "expected": ("expected result", "expected", "expected results", "expected outcome", "expected behavior", "expected behaviour", "expected output", "erwartet", "erwartetes ergebnis", "résultat attendu", "resultado esperado", "ожидаемый результат", "预期结果", "期待結果", "예상 결과", "기대 결과"),
    "actual": ("actual result", "actual", "actual results", "result", "results", "actual outcome", "observed", "tatsächlich", "résultat obtenu", "resultado real", "фактический результат", "实际结果", "実際の結果", "current", "current value", "achieved", "measured", "실제 결과"),
    "expected-time": ("expected time", "estimated time", "time", "time to rollback", "duration", "rollback time", "recovery time"),
    "success-metric": ("success metric", "metric", "measure", "measured by", "how to measure", "kpi", "success measure"),
    "target-value": ("target", "target value", "goal", "threshold", "objective", "ziel", "cible", "objetivo", "meta", "цель", "目标", "目標", "required", "requirement", "목표", "목표값"),
    "baseline": ("baseline", "before", "current", "today", "as is", "start", "ausgangswert", "référence", "línea base", "база", "基线", "ベースライン", "現状", "현재", "기준값"),
    "metric": ("metric", "metrics", "measure", "benchmark", "kpi", "indicator", "name", "item", "operation", "metrik", "kennzahl", "métrique", "métrica", "метрика", "показатель", "指标", "指標", "지표"),
    "affected": ("affected components", "affected", "components", "affected systems", "affects", "affected areas", "affected component"),
    "depends-on": ("depends on", "dependencies", "dependency", "requires", "prerequisites", "blocked by", "blocked on", "blocker", "blockers", "waits on", "waiting on", "waiting for", "hängt ab von", "blockiert durch", "wartet auf", "bloqué par", "en attente de", "bloqueado por", "a la espera de", "à espera de", "dépend de", "depende de", "зависит от", "зависимости", "依赖", "依存", "의존성", "선행 작업"),
    "superseded-by": ("superseded by", "replaced by", "successor", "superseded-by"),
    "supersedes": ("supersedes", "replaces", "predecessor"),
    "blocker": ("blockers", "blocked by", "blocked on", "waits on", "waiting on", "waiting for", "blockiert durch", "wartet auf", "bloqué par", "en attente de", "bloqueado por", "a la espera de", "à espera de", "заблокировано", "受阻于", "阻塞原因", "ブロック要因"),
    "reason": ("reason", "why", "blocker", "blockers", "blocked by", "blocked on", "waits on", "waiting on", "waiting for", "because", "hold reason", "on hold because", "grund", "blockiert durch", "wartet auf", "motif", "bloqué par", "en attente de", "motivo", "bloqueado por", "a la espera de", "à espera de", "причина", "заблокировано", "原因", "受阻于", "阻塞原因", "理由", "ブロック要因"),
    "title": ("title", "plan", "plan title", "name", "제목"),
}  # fmt: skip
"""Names of fields and of table columns, by what they mean."""

JOINING: frozenset[str] = frozenset(
    ("and", "or", "plan", "plans", "the", "also", "see", "und", "oder", "et", "ou", "y", "e", "o", "и", "和", "与", "と")
)  # fmt: skip
"""Words that join the names of plans and say nothing beside them."""

PLAN_TITLES: tuple[str, ...] = (
    "plan", "roadmap", "playbook", "feuille de route", "hoja de ruta", "plano", "piano di", "piano d", "plán", "план", "дорожная карта",
    "计划", "計劃", "計畫", "計画", "规划", "規劃", "路线图", "路線圖", "ロードマップ", "实施方案", "實施方案", "迁移方案", "升级方案", "重构方案", "계획", "로드맵",
)  # fmt: skip
"""Words that make a title look like a plan's."""

PLAN_ENDINGS: tuple[str, ...] = ("plan", "roadmap")
"""What a compound that makes a title look so ends with: *Projektplan*, *Produktroadmap*."""

CREATING: tuple[str, ...] = (
    "create", "creates", "new file", "new", "add file",
    "anlegen", "neu", "neue datei", "erstellen",
    "créer", "nouveau fichier",
    "crear", "nuevo archivo",
    "criar", "novo arquivo",
    "создать", "новый файл",
    "新建", "创建", "新規", "作成",
)  # fmt: skip
"""Words right in front of a path by which a plan says that the file is to be made."""

DONE_TITLES: tuple[str, ...] = (
    "report", "summary", "closeout", "close out", "completion", "retrospective", "retro", "post mortem", "postmortem", "lessons learned", "audit", "review", "minutes", "meeting", "changelog",
    "release notes", "handoff", "handover", "bericht", "abschlussbericht", "zusammenfassung", "protokoll", "rückblick",
    "rapport", "compte rendu", "bilan", "résumé", "informe", "resumen", "acta", "relatório", "resumo", "ata", "отчет", "отчёт", "итоги", "протокол",
    "总结", "總結", "报告", "報告", "复盘", "会议", "會議", "議事録", "보고서", "회고", "회의록",
)  # fmt: skip
"""Words of a title that tell what has been done."""

GUIDE_TITLES: tuple[str, ...] = (
    "guide", "how to", "howto", "tutorial", "anleitung", "guía", "guia", "руководство", "指南", "手順書", "가이드",
)  # fmt: skip
"""Words of a title that tell how something is done."""

TEMPLATE_TITLES: tuple[str, ...] = (
    "template", "boilerplate", "vorlage", "muster", "modèle", "gabarit", "plantilla", "modelo", "шаблон", "模板", "範本", "范本", "テンプレート", "雛形", "템플릿", "양식",
)  # fmt: skip
"""Words of a title that call a page the form of others."""

WORK_TITLES: tuple[str, ...] = (
    "implementation", "implementierung", "umsetzung", "einführung", "implémentation", "mise en œuvre", "implementación", "implantación", "implementação", "implantação", "implementazione",
    "реализация", "внедрение", "实施", "實施", "实现方案", "実装", "導入", "구현", "도입",
)  # fmt: skip
"""Words of a title that name work which is to be done."""

CATEGORIES: tuple[str, ...] = (
    "plan", "implementation plan", "project plan", "migration plan", "rollout plan", "umsetzungsplan", "implementierungsplan", "projektplan", "migrationsplan",
    "plan de mise en œuvre", "plan d'implémentation", "plan de migration", "plan de projet", "plan de implementación", "plan de implantación", "plan de migración", "plan de proyecto",
    "plano de implementação", "plano de migração", "plano de projeto", "план реализации", "план внедрения", "план миграции", "план проекта", "实施计划", "实施方案", "實施計劃", "實施計畫", "実装計画", "実施計画", "구현 계획", "프로젝트 계획",
)  # fmt: skip
"""Values of `category` or `type` in front matter that mark a plan."""

ORDINALS: dict[str, str] = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
    "erste": "1", "erster": "1", "erstes": "1", "zweite": "2", "zweiter": "2", "zweites": "2", "dritte": "3", "dritter": "3", "drittes": "3", "vierte": "4", "vierter": "4", "viertes": "4",
    "premier": "1", "première": "1", "deuxième": "2", "troisième": "3", "quatrième": "4", "cinquième": "5", "primera": "1", "primer": "1", "segunda": "2", "segundo": "2", "tercera": "3", "tercer": "3", "cuarta": "4", "cuarto": "4",
    "primeira": "1", "primeiro": "1", "terceira": "3", "terceiro": "3", "quarta": "4", "quarto": "4",
    "первый": "1", "первая": "1", "первое": "1", "второй": "2", "вторая": "2", "второе": "2", "третий": "3", "третья": "3", "третье": "3", "четвёртый": "4", "четвертый": "4", "четвёртая": "4", "четвертая": "4",
}  # fmt: skip
"""What numbers a phase in front of its word: *First phase*."""

NUMBER_WORDS: dict[str, str] = {
    **ORDINALS,
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "zero": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6",
    "um": "1", "dois": "2", "três": "3", "quatro": "4", "un": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5",
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10", "十一": "11", "十二": "12", "零": "0",
}  # fmt: skip

CALENDAR_UNITS: tuple[str, ...] = (
    "day", "days", "week", "weeks", "wk", "wks", "month", "months", "sprint", "sprints", "quarter", "quarters", "year", "years",
    "tag", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten", "jahre", "jour", "jours", "semaine", "semaines", "mois", "día", "días", "dia", "dias", "semana", "semanas", "mes", "meses",
    "день", "дня", "дней", "неделя", "недели", "недель", "неделю", "месяц", "месяца", "месяцев", "天", "周", "週", "月", "年", "日", "週間", "个月", "ヶ月", "일", "주", "주간", "개월", "년",
)  # fmt: skip
"""Units of a duration from a day on."""

DURATIONS: tuple[str, ...] = (
    *CALENDAR_UNITS,
    "hour", "hours", "hrs", "hr", "min", "mins", "minutes", "q1", "q2", "q3", "q4", "ongoing", "часов", "часа", "stunden", "heures", "horas", "小时", "時間", "시간",
)  # fmt: skip
"""Words that make a bracket behind a title a duration or date."""

BESIDE_TIMES: tuple[str, ...] = (
    "about", "approx", "approximately", "around", "ca", "circa", "est", "estimated", "estimate", "of", "to", "and", "by", "until", "from", "in", "the", "early", "mid", "late", "end", "next", "total",
    "each", "eta", "target", "due", "duration", "working", "business", "bis", "etwa", "rund", "und", "ab", "à", "et", "environ", "a", "y", "unos", "e", "cerca", "около", "до", "и", "с", "по", "kw", "cw", "약", "예상", "총",
)  # fmt: skip
"""Words that may be beside a duration which is behind a title without brackets."""

TEAMS: tuple[str, ...] = (
    "team",
    "squad",
    "crew",
    "guild",
    "gruppe",
    "abteilung",
    "équipe",
    "equipo",
    "equipe",
    "команда",
)
"""Words that name who does a task in brackets behind it: `(Team Quay)`, `(platform squad)`."""

STRONGLY_DUE: tuple[str, ...] = (
    "due",
    "due by",
    "due on",
    "deadline",
    "fällig",
    "fällig am",
    "fällig bis",
    "échéance",
    "vence",
    "prazo",
    "срок",
    "截止",
    "期限",
    "締切",
)
"""Words that make a date behind a task its end without a bracket or dash in front."""

TAKING: tuple[str, ...] = (
    "use",
    "using",
    "install",
    "add",
    "import",
    "upgrade",
    "update",
    "replace",
    "remove",
    "ping",
    "ask",
    "notify",
    "mention",
    "follow",
    "call",
    "the",
    "a",
)
"""Words in front of `@name` that make it what a task is about."""

TABLES: dict[str, tuple[str, Table]] = {
    "phases": ("Words that number a phase.", PHASES),
    "steps": ("Words that number a step inside a phase.", STEPS),
    "states": ("States of the work, in status fields and at the end of headings.", state_words.STATES),
    "health": ("How the work keeps to its schedule.", state_words.HEALTH),
    "document_states": ("States of the document.", state_words.DOCUMENT_STATES),
    "levels": ("Ratings of probability and impact, and levels of risk.", LEVELS),
    "priorities": ("Priorities.", PRIORITIES),
    "risk_statuses": ("What has become of a risk.", state_words.RISK_STATUSES),
    "decision_statuses": ("What has become of a decision.", state_words.DECISION_STATUSES),
    "sections": ("Headings of the plan's main sections.", SECTIONS),
    "subsections": ("Headings and labels inside a section.", SUBSECTIONS),
    "fields": ("Names of fields and of table columns.", FIELDS),
}
"""The tables that a site may add to under `vocabulary:`, by name, with what they are for."""
