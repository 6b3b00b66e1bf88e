"""The words of states: what is in a status field, behind a title, in a cell, and what turns it round.

Keys of a table are canonical names, values the spellings that are understood. `states` reads them.
"""

from __future__ import annotations

Table = dict[str, tuple[str, ...]]

STATES: Table = {
    "complete": (
        "complete", "completed", "done", "finished", "shipped", "built", "delivered", "released", "merged", "closed",
        "resolved", "implemented", "achieved", "fully implemented", "deployed", "live", "landed", "concluded", "passed",
        "production ready", "prod ready",
        "завершено", "завершён", "завершен", "завершена", "завершены", "завершённые", "завершенные", "выполненные", "готово", "выполнено", "выполнен", "выполнена", "сделано", "закрыто",
        "реализовано", "реализован", "внедрено", "закрыт", "решено",
        "abgeschlossen", "fertig", "fertiggestellt", "erledigt", "umgesetzt", "vollständig umgesetzt", "implementiert", "ausgeliefert",
        "veröffentlicht", "beendet", "abgeschlossene", "erledigte", "umgesetzte", "fertige", "geschlossen", "gelöst", "behoben",
        "completado", "completada", "completados", "completadas", "completo", "completa", "terminados", "terminadas", "concluídos", "concluídas", "terminado", "terminada", "finalizado", "finalizada", "implementado", "implementada",
        "entregado", "entregada", "entregue", "cerrado", "cerrada", "resuelto", "fechado", "resolvido", "concluído", "concluída", "concluido", "concluida", "feito", "feita",
        "terminé", "terminée", "terminés", "terminées", "achevé", "achevée", "fait", "faite", "fini", "finie", "livré", "livrée", "réalisé", "réalisée", "déployé", "déployée", "fermé", "clôturé", "résolu",
        "已完成", "完成", "完了", "完了済み", "済み", "实施完成", "已上线", "已上線", "已交付", "已实施", "已實施", "已发布", "已發布", "实现完成", "已关闭", "已關閉", "已解决", "已解決", "解決済み", "완료", "완료됨", "완료되었습니다", "완성", "종료", "zrobione", "gotowe", "ukończone", "ukończony", "ukończona", "zakończone", "wykonane", "zakończono", "hotovo", "dokončeno", "completato", "completata", "completati", "completate", "fatto", "concluso", "conclusa", "voltooid", "afgerond", "gereed", "tamamlandı", "bitti", "hoàn thành", "selesai", "виконано",
        "slutförd", "slutfört", "färdig", "färdigt", "avslutad", "avslutat", "genomförd", "genomfört", "fullført", "ferdig", "gennemført", "færdig", "afsluttet",
    ),
    "in-progress": (
        "in progress", "in-progress", "inprogress", "in_progress", "wip", "work in progress", "ongoing", "underway", "under way",
        "started", "begun", "initiated", "kicked off", "doing", "active development", "in development", "under development", "being implemented", "being built", "implementing",
        "in flight", "near completion", "nearing completion", "in execution", "executing", "current", "partially complete", "partially completed", "partially done",
        "partial", "partially implemented", "mostly complete", "nearly complete", "almost complete", "almost done",
        "mostly done", "in testing", "testing", "rolling out", "rollout", "running", "nearing completion", "near complete",
        "in implementation", "under implementation", "in the works",
        "в процессе", "в работе", "выполняется", "в разработке", "реализуется", "идёт", "идет", "начато", "начат", "начата",
        "in arbeit", "laufend", "läuft", "in bearbeitung", "in umsetzung", "in entwicklung", "in durchführung", "wird umgesetzt",
        "begonnen", "angefangen", "gestartet",
        "en curso", "en progreso", "en desarrollo", "en ejecución", "en marcha", "em andamento", "em progresso", "em desenvolvimento",
        "em execução", "em curso", "iniciado", "iniciada",
        "en cours", "en développement", "commencé", "commencée", "démarré", "démarrée", "entamé", "entamée",
        "进行中", "進行中", "执行中", "執行中", "实施中", "實施中", "実施中", "実装中", "作成中", "作業中", "开发中", "開發中", "開発中", "推进中", "推進中", "対応中", "実行中",
        "处理中", "處理中", "已开始", "已開始", "진행 중", "진행중", "개발 중", "개발중", "구현 중", "구현중", "작업 중", "테스트 중", "부분 완료", "일부 완료", "w trakcie", "w toku", "w realizacji", "probíhá", "rozpracováno", "in corso", "in lavorazione", "bezig", "in uitvoering", "actief", "devam ediyor", "đang thực hiện", "berjalan", "в процесі", "у роботі",
        "pågår", "pågående", "påbörjad", "påbörjat", "i gang", "igangværende", "påbegyndt", "påbegynt",
    ),
    "planning": (
        "planning", "planned", "planning phase", "in planning", "active planning", "proposed", "proposal", "plan", "scoping",
        "design", "in design", "designing", "research", "exploration", "discovery", "backlog", "future", "later", "upcoming", "next",
        "ready", "ready to start", "scheduled", "pre implementation", "spec complete", "specified", "fully specified", "scoped", "designed", "preparing", "preparation", "in preparation",
        "da implementare", "da pianificare", "pianificato", "pianificata", "планирование", "план", "планируется", "запланировано", "запланирован", "запланированные", "подготовка", "in planung", "geplant", "geplante", "in vorbereitung", "vorgesehen",
        "planificación", "planificación estratégica", "planificado", "planificada", "planeado", "planeada", "planificados", "planificadas", "en planificación", "en preparación", "planejado", "planejada", "planejados", "planejadas",
        "planejamento", "em planejamento", "em preparação", "planifié", "planifiée", "prévu", "prévue", "prévus", "prévues", "planifiées", "planifiés", "en préparation", "à venir",
        "计划中", "計劃中", "规划中", "規劃中", "计划", "計画中", "計画", "准备中", "準備中", "계획", "계획 중", "계획됨", "기획 중", "준비 중", "planowane", "zaplanowane", "plánováno", "pianificato", "pianificata", "gepland", "in voorbereiding", "toekomst", "toekomstig", "planlandı", "заплановано",
        "planerad", "planerat", "planlagt",
    ),
    "pending": (
        "pending", "not started", "not yet started", "not begun", "not yet", "not done", "not complete", "not completed",
        "not implemented", "incomplete", "to do", "todo", "to-do", "open", "waiting to start", "unstarted", "queued", "new", "awaiting",
        "not ready", "yet to start", "waiting", "not active", "unfinished",
        "не начато", "требует выполнения", "требует реализации", "не начат", "ожидает", "ожидание", "в ожидании", "nicht begonnen", "nicht gestartet", "offen", "offene", "noch offen", "ausstehend",
        "zu erledigen", "pendiente", "pendientes", "pendentes", "no iniciado", "no iniciada", "por hacer", "por iniciar", "pendente", "não iniciado", "não iniciada", "a fazer",
        "en attente", "à faire", "pas commencé", "non commencé", "à démarrer",
        "待开始", "待開始", "未开始", "未開始", "待办", "待辦", "待處理", "待处理", "待实施", "待實施", "未着手", "未実施", "予定", "待完成", "未完成", "未完了", "待ち", "대기", "대기 중", "대기중", "시작 전", "미시작", "미착수", "미완료", "미구현", "예정", "do zrobienia", "nierozpoczęte", "oczekuje", "nezahájeno", "da fare", "in attesa", "non iniziato", "non iniziata", "niet gestart", "nog niet begonnen", "te doen", "yapılacak", "bekliyor", "chưa bắt đầu", "belum dimulai", "не розпочато",
        "ej påbörjad", "inte påbörjad", "ej startad", "ikke startet", "ikke påbegyndt", "ikke påbegynt",
    ),
    "on-hold": (
        "on hold", "on-hold", "onhold", "paused", "hold", "parked", "suspended", "frozen", "halted", "stalled",
        "приостановлено", "приостановлен", "на паузе", "pausiert", "angehalten", "ruht", "en pausa", "en espera", "pausado", "pausada", "em espera",
        "em pausa", "suspendido", "suspenso", "en pause", "suspendu", "suspendue", "暂停", "已暂停", "暫停", "已暫停", "保留", "保留中", "一時停止", "中断", "보류", "보류 중", "일시 중단", "wstrzymane", "pozastaveno", "in pausa", "sospeso", "sospesa", "gepauzeerd", "beklemede", "призупинено",
        "pausad", "på paus", "på vent", "sat på pause",
    ),
    "blocked": (
        "blocked", "stuck", "заблокировано", "заблокирован", "blockiert", "bloqueado", "bloqueada", "bloqué", "bloquée",
        "阻塞", "受阻", "ブロック", "차단", "차단됨", "zablokowane", "blokováno", "bloccato", "geblokkeerd", "engellendi", "заблоковано",
        "blockerad", "blockerat", "blokkert", "blokeret",
    ),
    "cancelled": (
        "cancelled", "canceled", "abandoned", "dropped", "rejected", "withdrawn", "won't do", "wont do", "wontfix", "discarded",
        "not planned", "no longer planned", "not needed", "aborted", "removed",
        "отменено", "отменён", "отменен", "отменена", "abgebrochen", "gestrichen", "storniert", "verworfen", "entfällt", "cancelado", "cancelada",
        "descartado", "descartada", "annulé", "annulée", "abandonné", "abandonnée", "取消", "已取消", "中止", "已终止", "취소", "취소됨", "폐기됨", "anulowane", "zrušeno", "annullato", "annullata", "geannuleerd", "iptal", "скасовано",
        "avbruten", "avbrutet", "avbrutt", "annulleret", "avlyst", "aflyst",
    ),
    "deferred": (
        "deferred", "postponed", "moved to later", "descoped", "post mvp", "skipped", "put off", "won't do now",
        "отложено", "отложен", "отложена", "verschoben", "zurückgestellt", "aplazado", "aplazada", "pospuesto", "pospuesta", "adiado", "adiada",
        "reporté", "reportée", "推迟", "延期", "延期中", "搁置", "延後", "已延後", "先送り", "연기", "연기됨", "odłożone", "odloženo", "rimandato", "rimandata", "rinviato", "rinviata", "uitgesteld", "ertelendi", "відкладено",
    ),
}  # fmt: skip
"""Work states. For a plan, `pending` means planning; for a phase, planning means `pending`."""

SPELLINGS: dict[str, Table] = {
    "en": {
        "planning": ("Planning",), "pending": ("Pending",), "in-progress": ("In Progress",), "complete": ("Complete",), "on-hold": ("On Hold",),
        "blocked": ("Blocked",), "cancelled": ("Cancelled",), "deferred": ("Deferred",),
    },
    "de": {
        "planning": ("In Planung", "Geplant"), "pending": ("Offen", "Ausstehend", "Nicht begonnen"),
        "in-progress": ("In Arbeit", "Laufend", "Läuft", "In Umsetzung", "In Bearbeitung", "In Entwicklung"),
        "complete": ("Abgeschlossen", "Fertig", "Erledigt", "Umgesetzt"), "on-hold": ("Pausiert", "Ruht"), "blocked": ("Blockiert",),
        "cancelled": ("Abgebrochen", "Verworfen"), "deferred": ("Verschoben", "Zurückgestellt"),
    },
    "fr": {
        "planning": ("Planifié", "Prévu", "En préparation"), "pending": ("À faire", "En attente"), "in-progress": ("En cours",),
        "complete": ("Terminé", "Achevé", "Livré", "Fait"), "on-hold": ("En pause", "Suspendu"), "blocked": ("Bloqué",),
        "cancelled": ("Annulé", "Abandonné"), "deferred": ("Reporté",),
    },
    "es": {
        "planning": ("Planificado", "En planificación"), "pending": ("Pendiente", "Por hacer"), "in-progress": ("En curso", "En progreso", "En desarrollo"),
        "complete": ("Completado", "Terminado", "Finalizado"), "on-hold": ("En pausa",), "blocked": ("Bloqueado",),
        "cancelled": ("Cancelado",), "deferred": ("Aplazado",),
    },
    "pt": {
        "planning": ("Planejado", "Em planejamento"), "pending": ("Pendente", "A fazer"), "in-progress": ("Em andamento", "Em progresso", "Em desenvolvimento"),
        "complete": ("Concluído", "Finalizado"), "on-hold": ("Em pausa",), "blocked": ("Bloqueado",), "cancelled": ("Cancelado",), "deferred": ("Adiado",),
    },
    "ru": {
        "planning": ("Планируется", "Запланировано"), "pending": ("Ожидает", "Не начато"), "in-progress": ("В работе", "В процессе", "Выполняется"),
        "complete": ("Завершено", "Готово", "Выполнено"), "on-hold": ("Приостановлено",), "blocked": ("Заблокировано",),
        "cancelled": ("Отменено",), "deferred": ("Отложено",),
    },
    "zh": {
        "planning": ("计划中", "规划中"), "pending": ("待开始", "未开始"), "in-progress": ("进行中", "开发中"), "complete": ("已完成",),
        "on-hold": ("已暂停", "暂停"), "blocked": ("受阻",), "cancelled": ("已取消", "取消"), "deferred": ("推迟",),
    },
    "ja": {
        "planning": ("計画中",), "pending": ("未着手",), "in-progress": ("作業中", "対応中", "実施中", "進行中"), "complete": ("完了", "完了済み"),
        "on-hold": ("保留", "保留中"), "blocked": ("ブロック",), "cancelled": ("中止",), "deferred": ("延期",),
    },
}  # fmt: skip
"""By language how a state is written; a language is known by any of its words."""

STATE_GROUPS: tuple[str, ...] = (
    "phases", "phase", "milestones", "work", "features", "items", "tasks", "stages", "sprints", "phasen", "arbeiten", "fases", "étapes", "фазы", "этапы", "阶段", "フェーズ", "단계",
)  # fmt: skip
"""What a heading such as `Completed Phases` says the state of."""

WEAK_STATES: tuple[str, ...] = (
    "open", "new", "current", "next", "live", "plan", "план", "design", "research", "running", "future", "later", "removed", "ready", "testing", "test", "partial", "exploration",
    "discovery", "backlog", "waiting", "started", "passed", "doing", "preparation", "upcoming", "released", "hold", "rollout", "awaiting", "计划", "計画", "begun", "계획",
)  # fmt: skip
"""Words that state something only where they lead alone, or where no other word does."""

IN_FORCE: tuple[str, ...] = (
    "current",
    "latest",
    "valid",
    "living",
    "in force",
    "vigente",
    "gültig",
    "en vigueur",
)
"""What is said of a document that counts, and says nothing of the work."""

PHASE_TITLES: tuple[str, ...] = ("production ready", "prod ready", "feature complete", "code complete")
"""What a phase aims at, and is called: `Phase 4: Production Ready` is not complete."""

STATE_NOUNS: tuple[str, ...] = (
    "test", "testing", "design", "research", "exploration", "discovery", "preparation", "running", "rollout", "removed", "open", "plan", "план", "live", "proposal", "scoping",
    "ready", "new", "release", "hold", "ongoing", "planning", "completion", "implementing", "executing", "doing", "future", "backlog", "current", "next", "later",
    "计划", "計画", "планирование", "подготовка", "planejamento", "保留", "계획",
)  # fmt: skip
"""Words of state that name a kind of work at the end of a title: `Rollout - Testing`."""

BRACKETED_NOUNS: tuple[str, ...] = (
    "open",
    "ongoing",
    "current",
    "next",
    "future",
    "later",
    "planning",
    "ready",
    "backlog",
    "active",
)
"""Those of them that state something where they are alone in a bracket: `Dig (open)`."""

STATE_MARKS: Table = {
    "complete": ("✅", "☑", "✔", "✓", "🏁", "🟢✅"),
    "in-progress": ("🔄", "🚧", "🏗", "🔨", "▶", "🏃", "◐", "🔃", "⚙"),
    "pending": ("⏳", "⌛", "⬜", "☐", "◻", "🔜", "🕐", "🕒", "🗓", "📅", "⚪", "○"),
    "on-hold": ("⏸", "🧊"),
    "blocked": ("⛔", "🚫", "🛑"),
    "cancelled": ("🗑",),
    "deferred": ("⏭", "⏩", "💤"),
}
"""Emoji that state a work state in a status field or at the end of a heading."""

PICTURES: tuple[str, ...] = ("🔨", "🏗", "⚙", "▶", "🏃", "🗓", "📅", "🏁", "🔜", "💤", "🧊", "⏩", "🕐", "🕒")
"""Marks that are a picture more often than a state where words follow them in a title."""

HEALTH: Table = {
    "on-track": (
        "on track", "on schedule", "on time", "on plan", "according to plan", "as planned", "healthy", "ahead of schedule",
        "im plan", "im zeitplan", "planmäßig", "auf kurs", "dans les temps", "en bonne voie", "dans les délais", "en plazo", "según lo previsto",
        "no prazo", "dentro do prazo", "по плану", "по графику", "в срок", "正常", "按计划", "按計劃", "順調", "予定通り", "计划内", "정상", "순조",
    ),
    "at-risk": (
        "at risk", "gefährdet", "kritisch gefährdet", "à risque", "en riesgo", "em risco", "под угрозой", "в зоне риска",
        "有风险", "有風險", "存在风险", "リスクあり", "要注意", "위험 있음", "주의 필요",
    ),
    "off-track": (
        "off track", "delayed", "behind schedule", "behind plan", "running behind", "running late", "overdue", "slipping", "slipped", "past due",
        "not on track", "off schedule",
        "verzögert", "verspätet", "im verzug", "in verzug", "im rückstand", "überfällig", "hinter dem plan", "hinter dem zeitplan",
        "en retard", "retardé", "retardée", "retrasado", "retrasada", "con retraso", "demorado", "demorada", "atrasado", "atrasada", "em atraso", "com atraso",
        "задерживается", "задержка", "отстаёт", "отстает", "просрочено", "просрочен", "с опозданием",
        "延误", "延誤", "延迟", "延遲", "滞后", "落后", "落後", "逾期", "遅延", "遅れ", "遅れている", "遅延中", "지연", "지연됨", "지연 중",
    ),
}  # fmt: skip
"""How the work keeps to its schedule: no state, delayed work is in progress."""

LONE_HEALTH: Table = {
    "on-track": ("green", "grün", "vert", "verde", "зелёный", "зеленый", "绿", "绿色", "緑", "🟢"),
    "at-risk": ("amber", "yellow", "orange", "gelb", "orange", "jaune", "amarillo", "amarela", "amarelo", "жёлтый", "желтый", "黄", "黄色", "🟡", "🟠"),
    "off-track": ("red", "rot", "rouge", "rojo", "vermelho", "красный", "红", "红色", "赤", "late", "behind", "🔴"),
}  # fmt: skip
"""Health only where nothing else is said: `🔴 Not started` is a legend of colours, `late 2026` a date."""

TASK_STATES: Table = {
    "done": ("x", "X", "✓", "✔", "✅", "☑"),
    "in-progress": ("~", "/", "🔄", "…", "o"),
    "cancelled": ("-", "⊘", "❌"),
    "blocked": ("!", "⛔", "🚫"),
    "deferred": (">", "⏭", "⏭️", "»"),
}
"""What may be between the brackets of a checkbox, beside the empty one."""

EMOJI_TASKS: Table = {
    "done": ("✅", "☑", "✔"),
    "open": ("❌", "⏳", "⬜", "☐", "🔲"),
    "in-progress": ("🔄", "🚧"),
    "blocked": ("⛔", "🚫"),
    "deferred": ("⏭",),
}
"""Marks that lead a list item in place of a checkbox, where `emoji_tasks` is on."""

DOCUMENT_STATES: Table = {
    "draft": ("draft", "drafting", "черновик", "entwurf", "borrador", "rascunho", "brouillon", "ébauche", "草案", "草稿", "ドラフト", "초안"),
    "review": ("in review", "under review", "review", "ready for review", "awaiting review", "awaiting approval", "pending review",
               "pending approval", "на рассмотрении", "in prüfung", "en revisión", "em revisão", "en relecture", "评审中", "レビュー中", "검토 중", "리뷰 중"),
    "approved": ("approved", "accepted", "agreed", "final", "finalized", "утверждено", "утверждён", "genehmigt", "freigegeben", "aprobado",
                 "aprovado", "approuvé", "已批准", "承認済み", "승인됨", "승인", "확정"),
    "active": ("active", "live document", "living document", "активный", "активен", "aktiv", "activo", "ativo", "actif", "有效", "有効", "활성"),
    "superseded": ("superseded", "replaced", "obsolete", "deprecated", "outdated", "заменён", "устарел", "ersetzt", "veraltet", "reemplazado",
                   "substituído", "remplacé", "obsolète", "已废弃", "已取代", "廃止", "대체됨"),
    "archived": ("archived", "archive", "historical", "архив", "архивный", "archiviert", "archivado", "arquivado", "archivé", "已归档", "アーカイブ", "보관됨"),
}  # fmt: skip
"""States of the document, as against the work. *Complete* is one too where a page offers them."""

RISK_STATUSES: Table = {
    "open": ("open", "active", "new", "identified", "pending", "not started", "monitor", "monitoring", "monitored", "watching", "watch", "accepted for now", "planned",
             "offen", "beobachten", "unter beobachtung", "identifiziert", "ouvert", "surveillé", "à surveiller", "abierto", "abierta", "en seguimiento", "aberto", "aberta", "monitorado",
             "открыт", "открыто", "наблюдение", "под наблюдением", "开放", "開放", "监控中", "監控中", "未解决", "监视中", "監視中", "オープン", "未解決", "열림", "미해결", "모니터링", "모니터링 중"),
    "mitigating": ("mitigating", "in progress", "being mitigated", "partially mitigated", "in mitigation", "mitigation in progress",
                   "wird gemindert", "en cours d'atténuation", "mitigando", "缓解中", "緩解中", "軽減中", "완화 중", "대응 중"),
    "accepted": ("accepted", "accept", "tolerated", "akzeptiert", "accepté", "aceptado", "aceito", "принят", "принято", "已接受", "接受", "受容", "許容", "수용", "수용됨"),
    "closed": ("closed", "mitigated", "resolved", "done", "complete", "completed", "retired", "eliminated", "avoided", "not applicable", "obsolete",
               "cancelled", "fixed", "addressed", "solved", "expired", "no longer relevant", "no longer applicable", "закрыт", "закрыто", "устранён", "устранен", "geschlossen", "gelöst", "behoben", "entschärft", "vermieden",
               "cerrado", "cerrada", "resuelto", "mitigado", "fechado", "fechada", "resolvido", "fermé", "clos", "résolu", "maîtrisé", "已关闭", "已關閉", "已解决", "已解決", "已缓解", "完了", "クローズ", "解決済み", "해결", "해결됨", "종료", "종결", "완료"),
}  # fmt: skip

DECISION_STATUSES: Table = {
    "accepted": (
        "accepted", "approved", "decided", "agreed", "done", "complete", "completed", "implemented", "final", "confirmed", "resolved", "adopted",
        "entschieden", "beschlossen", "angenommen", "akzeptiert", "décidé", "accepté", "acté", "validé", "decidido", "aceptado", "aceptada", "acordado", "aceito", "aceita", "decidida",
        "принято", "принят", "решено", "已决定", "已決定", "已采纳", "已接受", "决定", "決定", "決定済み", "採用", "승인", "승인됨", "확정", "결정됨", "채택",
    ),
    "proposed": ("proposed", "draft", "recommended", "in review", "pending", "under discussion", "vorgeschlagen", "proposé", "propuesto", "propuesta", "proposto", "предложено", "предложен",
                 "提议", "建议中", "提案", "提案中", "检讨中", "検討中", "제안", "제안됨", "검토 중"),
    "superseded": ("superseded", "replaced", "deprecated", "obsolete", "ersetzt", "remplacé", "reemplazado", "sustituido", "substituído", "заменено", "заменён", "已取代", "已替代", "廃止", "대체됨"),
    "rejected": ("rejected", "declined", "withdrawn", "abgelehnt", "verworfen", "rejeté", "refusé", "rechazado", "rechazada", "rejeitado", "rejeitada", "отклонено", "отклонён", "отклонен", "已拒绝", "已否决", "却下", "不採用", "거부", "기각", "반려"),
    "open": ("open", "undecided", "tbd", "to be decided", "not decided", "offen", "ouvert", "abierto", "abierta", "aberto", "aberta", "открыто", "открыт", "待定", "未定", "未决定", "未決", "미정", "열림"),
}  # fmt: skip

STATUS_RULES: tuple[tuple[str, str], ...] = (
    (r"\b(?:work |development )?(?:begins|starts|will (?:start|begin))\b", "pending"),
    (r"\bready (?:for|to)\b|\bbereit (?:für|zu[mr]?)\b|\bprête?s? (?:à|pour|au|lancement)\b|\blist[oa]s? para\b|\bpront[oa]s? para\b", "planning"),
    (r"\bготов\w* к\b|准备(?:好|就绪)|準備(?:完了|就緒|OK)|준비\s*(?:완료|됨)", "planning"),
    (r"\bnext up\b|\b(?:yet to|to be) (?:begin|start(?:ed)?|determined|decided|scheduled)\b", "pending"),
    (r"\b(?:pending|awaiting|waiting for) (?:review|approval)\b|承認待ち|レビュー待ち", "planning"),
    (r"\b(?:no longer|not) (?:planned|needed|pursued|required)\b", "cancelled"),
    (r"\bactive planning\b", "planning"),
    (r"(?<![期招接優优对対等])待(?!定|ち|機|机|遇)(?-i:[\u4e00-\u9fff]){1,2}|(?:实施|實施|開発|実装|対応|着手)待ち", "pending"),
    (r"(?<![^\W\d_])не готов\w*|(?:完了|完成|開始|着手|実施|実装)(?:して|されて|でき)(?:い)?(?:ない|ません)", "pending"),
)  # fmt: skip
"""Read before single words, in this order: what they match is taken out of the text."""

RISK_RULES: tuple[tuple[str, str], ...] = (
    (r"\bno longer an? (?:risk|issue|concern|threat|problem)\b", "closed"),
    (r"\b(?:did not|never|has not) (?:occur(?:red)?|materiali[sz]ed?|happen(?:ed)?)\b", "closed"),
)
DECISION_RULES: tuple[tuple[str, str], ...] = (
    (r"\b(?:pending|awaiting|waiting for|ready for) (?:review|approval|decision|sign off|discussion)\b", "proposed"),
    (r"\b(?:under|in|for) (?:review|discussion|consideration)\b", "proposed"),
)  # fmt: skip

DENIALS: tuple[str, ...] = (
    "not", "never", "no longer", "cannot", "nor", "neither", "without", "yet to", "to be", "to get", "will be", "will get", "ll be", "shall be", "should be", "must be", "can be", "may be",
    "might be", "would be", "could be", "have to be", "has to be", "needs to be", "need to be",
    "nicht", "nie", "kein", "keine", "ohne", "pas", "jamais", "non", "sera", "seront", "doit être", "no", "nunca", "sin", "será", "debe ser", "não", "nao", "sem", "deve ser",
    "не", "без", "будет", "должно быть", "должен быть", "ne", "niet", "nog niet", "değil",
)  # fmt: skip
"""In front of a word of state they say that it is not so, or not so yet."""

DENSE_DENIALS: tuple[str, ...] = (
    "未",
    "没",
    "沒",
    "没有",
    "沒有",
    "不",
    "尚未",
    "还没",
    "還沒",
    "将",
    "將",
    "需",
    "需要",
    "预计",
    "預計",
    "未能",
    "미",
    "안",
)
"""The same in writing without spaces."""

DENIALS_BEHIND: tuple[str, ...] = (
    "していない", "していません", "されていない", "されていません", "できていない", "できていません", "せず", "ではない", "ではありません", "じゃない", "しない", "しません", "되지 않", "하지 않", "안 됨", "예정",
)  # fmt: skip
"""The same where it is behind."""

CONDITIONS: tuple[str, ...] = (
    "until", "once", "when", "if", "unless", "before", "till", "as soon as", "bis", "sobald", "wenn", "jusqu à", "quand", "dès que", "hasta", "cuando", "até", "quando", "до", "когда",
)  # fmt: skip
"""In front of a word of state they make it a condition, which says nothing."""

HALVES: tuple[str, ...] = (
    "partially", "partly", "mostly", "nearly", "almost", "half", "near", "largely", "substantially", "somewhat", "in part", "soon", "bald", "bientôt", "скоро", "teilweise", "größtenteils", "weitgehend", "fast", "beinahe",
    "zum teil", "partiellement", "presque", "en partie", "en grande partie", "parcialmente", "casi", "quase", "em parte", "en parte", "частично", "почти", "prawie", "częściowo", "quasi", "parzialmente", "bijna", "gedeeltelijk", "téměř", "částečně", "майже", "частково",
)  # fmt: skip
DENSE_HALVES: tuple[str, ...] = (
    "部分",
    "部分的に",
    "大部分",
    "基本",
    "基本的に",
    "一部",
    "ほぼ",
    "부분적으로",
    "부분",
    "일부",
    "거의",
    "대부분",
)
"""In front of a word of state they say that it is so in part."""

FILLERS: tuple[str, ...] = (
    "yet", "been", "be", "being", "is", "are", "was", "were", "has", "have", "fully", "entirely", "completely", "currently", "formally", "officially", "really", "quite", "a", "an", "the", "all", "now",
    "noch", "ist", "sind", "wird", "vollständig", "ganz", "komplett", "encore", "été", "être", "est", "entièrement", "totalement", "está", "están", "totalmente", "completamente", "aún", "todavía", "sido",
    "se ha", "ha", "ainda", "foi", "plenamente", "полностью", "ещё", "еще", "официально",
)  # fmt: skip
"""What may be between such a word and the state."""

PLANNING_WORK: tuple[str, ...] = (
    "design", "spec", "specs", "specification", "planning", "plan", "research", "analysis", "proposal", "discovery", "scoping", "requirements", "concept", "preparation", "estimation", "brainstorming",
    "konzept", "konzeption", "planung", "entwurf", "analyse", "spezifikation", "vorbereitung", "conception", "planification", "étude", "cadrage", "spécification", "diseño", "planificación", "análisis",
    "preparación", "especificación", "planejamento", "projeto", "análise", "preparação", "especificação", "планирование", "проектирование", "дизайн", "анализ", "подготовка", "исследование", "план",
)  # fmt: skip
DENSE_PLANNING_WORK: tuple[str, ...] = (
    "規劃",
    "规划",
    "計劃",
    "计划",
    "設計",
    "设计",
    "分析",
    "调研",
    "調研",
    "方案",
    "準備",
    "准备",
    "計画",
    "要件定義",
    "調査",
    "仕様",
    "설계",
    "기획",
    "분석",
    "조사",
    "요구사항",
)
"""What is complete when the work itself has still to begin: `Design complete`."""

PART_OF_WORK: tuple[str, ...] = (
    "code", "coding", "backup", "backups", "core system", "feature", "features", "backend", "back end", "frontend", "front end", "api", "ui", "core", "mvp", "prototype", "poc", "docs", "documentation", "dev", "tests", "testing", "unit tests",
    "infrastructure", "setup", "draft", "build", "scaffolding", "first draft", "backend code", "programmierung", "code base", "codebase", "tests unitaires", "código", "codage", "développement", "desarrollo", "desenvolvimento",
    "разработка", "код", "entwicklung", "cleanup", "clean up", "pulizia",
)  # fmt: skip
DENSE_PART_OF_WORK: tuple[str, ...] = (
    "代码",
    "代碼",
    "编码",
    "編碼",
    "开发",
    "開發",
    "開発",
    "コード",
    "测试",
    "測試",
    "文档",
    "后端",
    "前端",
    "後端",
    "코드",
    "문서",
    "테스트",
    "백엔드",
    "프론트엔드",
)
"""What is complete when a part of the work is: `Code complete`."""

WHOLE_OF_WORK: tuple[str, ...] = (
    "all", "everything", "100", "phase", "phases", "plan", "project", "work", "task", "tasks", "steps", "items", "status", "alle", "alles", "tout", "toutes", "tous", "todo", "todos", "todas", "tudo",
    "всё", "все", "and", "it", "this", "date",
)  # fmt: skip
"""What may be in front of *complete* without naming a part of the work."""

UNFINISHED: tuple[str, ...] = (
    "outstanding", "remaining", "remains", "remain", "left", "missing", "to follow", "still", "to go", "fehlt", "fehlen", "verbleibend", "restant", "reste", "manque", "falta", "faltan", "resta",
    "осталось", "не хватает", "残り", "残っ", "剩余", "剩餘", "남음", "남은",
)  # fmt: skip
"""Said beside *X complete* they tell that something is not."""

DOCUMENT_SUBJECTS: tuple[str, ...] = (
    "plan", "document", "proposal", "spec", "design", "rfc", "version", "doc", "roadmap", "status", "this", "it", "as", "document status", "board", "stakeholders", "final", "first", "initial", "second",
)  # fmt: skip
"""What may be in front of a document state in its clause: `old API deprecated` is about the API."""
