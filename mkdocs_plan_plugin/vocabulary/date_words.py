"""The words of dates: months, quarters, what narrows them, what joins two, and what tells no date.

`date_forms` puts texts into signs by these tables.
"""

from __future__ import annotations

Table = dict[str, tuple[str, ...]]

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner jän janvier janv enero ene janeiro январь января январе янв",
            "february feb februar février fevrier févr fév febrero fevereiro fev февраль февраля феврале фев",
            "march mar märz mär mrz mars marzo março март марта марте мар",
            "april apr avril avr abril abr апрель апреля апреле апр",
            "may mai mayo maio май мая мае",
            "june jun juni juin junio junho июнь июня июне июн",
            "july jul juli juillet juil julio julho июль июля июле июл",
            "august aug août aout agosto ago август августа августе авг",
            "september sep sept septembre septiembre setembro set сентябрь сентября сентябре сент сен",
            "october oct oktober okt octobre octubre outubro out октябрь октября октябре окт",
            "november nov novembre noviembre novembro ноябрь ноября ноябре нояб ноя",
            "december dec dezember dez décembre decembre déc diciembre dic dezembro декабрь декабря декабре дек",
        ),
        1,
    )
    for name in names.split()
}
"""Month names, where a date is written out."""

OTHER_WORDS: tuple[str, ...] = ("ago", "out", "set")
"""Month names that are other words too, so that they need a day beside them: `roll out 2026`."""

UNITS: Table = {
    "week": ("kw", "cw", "wk", "week", "woche", "kalenderwoche", "semaine", "semana", "неделя", "неделе", "недели", "周", "週", "주차"),
    "quarter": ("quarter", "quartal", "quartals", "trimestre", "квартал", "квартале", "квартала", "季度", "四半期", "분기"),
    "half": ("half", "halbjahr", "halbjahres", "semestre", "полугодие", "полугодии", "полугодия", "半年", "半期", "반기"),
}  # fmt: skip
"""What is numbered within a year; their letters (`Q4`, `T4`, `H2`, `S2`, `W48`) are those of the forms."""

ORDINALS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "i first erstes ersten premier primer primero primeiro первый первое первого первом 一 上",
            "ii second zweites zweiten deuxième second segundo второй второе второго втором 二 下",
            "iii third drittes dritten troisième tercer tercero terceiro третий третьего третьем 三",
            "iv fourth viertes vierten quatrième cuarto quarto четвертый четвёртый четвертого четвёртого 四",
        ),
        1,
    )
    for name in names.split()
}
"""Which quarter or half, where it is written out."""

PARTS: Table = {
    "early": (
        "early", "beginning", "start", "anfang", "beginn", "début", "debut", "principios", "inicios", "início", "inicio", "começo",
        "начало", "начале", "начала", "началу", "上旬", "初旬", "初", "头", "초", "상순",
    ),
    "mid": ("mid", "middle", "mitte", "mi", "milieu", "mediados", "meados", "середина", "середине", "середины", "中旬", "중순"),
    "late": (
        "end", "late", "eoy", "ende", "fin", "finales", "fines", "final", "finais", "fim", "конец", "конце", "конца", "концу", "下旬", "末", "底", "말", "하순",
    ),
    "before": ("before", "vor", "avant", "antes", "до", "前", "之前", "以前", "이전", "까지"),
}  # fmt: skip
"""What narrows a month, quarter or year: its first, second or last third, or the time before it."""

FILLERS: tuple[str, ...] = (
    "by", "in", "on", "at", "the", "of", "until", "till", "through", "year", "target", "around", "about", "circa", "ca", "approx", "approximately", "roughly", "latest", "earliest", "expected", "planned", "estimated", "tentative", "tentatively",
    "im", "bis", "zum", "zu", "des", "jahr", "jahres", "etwa", "spätestens", "voraussichtlich", "geplant", "environ", "vers", "prévu", "hacia", "previsto", "cerca", "en", "à", "au", "l", "la", "le", "de", "du", "d", "ici", "année", "el", "del", "para", "hasta", "año",
    "em", "até", "do", "da", "o", "ano", "к", "в", "по", "год", "года", "году", "г", "年", "년",
)  # fmt: skip
"""Words beside a bare year, or between it and `end of`, that change nothing."""

DUE: tuple[str, ...] = (
    "due", "by", "until", "till", "deadline", "eta", "target", "finish", "bis", "fällig", "frist", "spätestens", "zieltermin", "échéance", "jusqu", "ici", "hasta", "vence", "plazo", "até", "prazo", "vencimento", "до", "к", "срок", "截止", "期限", "目标日期", "目標日期", "預計", "预计", "締切", "期日", "まで",
)  # fmt: skip
"""Words beside a day that make it the last one."""

START: tuple[str, ...] = (
    "from", "start", "starts", "starting", "since", "begin", "begins", "beginning", "kickoff", "ab", "seit", "beginn", "beginnt", "à partir", "dès", "depuis", "début", "desde", "a partir", "inicio", "início", "с", "начало", "старт", "开始", "開始", "起", "から",
)  # fmt: skip
"""Words beside a day that make it the first one."""

COMPLETED: tuple[str, ...] = (
    "completed", "complete", "completion", "done", "finished", "closed", "shipped", "merged", "erledigt", "abgeschlossen", "fertig", "terminé", "terminée", "fait", "completado", "completada", "hecho", "concluído", "concluída", "feito",
    "завершено", "выполнено", "готово", "完成", "完成日期", "完成日", "完了", "完了日",
)  # fmt: skip
"""Words beside a day that make it the one on which work was done."""

RANGES: tuple[str, ...] = (
    "to", "until", "till", "through", "thru", "bis", "au", "à", "al", "a", "hasta", "até", "по", "до", "至", "到", "から",
)  # fmt: skip
"""Words between the first and the last day."""

UNDATED: tuple[str, ...] = (
    "soon", "asap", "now", "immediately", "later", "today", "tomorrow", "next", "this", "spring", "summer", "autumn", "fall", "winter", "quarterly", "monthly", "weekly",
    "bald", "sofort", "demnächst", "später", "heute", "morgen", "nächste", "nächsten", "nächster", "nächstes", "frühjahr", "frühling", "sommer", "herbst",
    "bientôt", "prochain", "prochaine", "demain", "printemps", "été", "automne", "hiver", "pronto", "mañana", "próximo", "próxima", "primavera", "verano", "otoño", "invierno",
    "breve", "amanhã", "verão", "outono", "inverno", "скоро", "завтра", "сегодня", "весна", "лето", "осень", "зима", "весной", "летом", "осенью", "зимой", "следующий", "следующей", "следующем",
    "尽快", "儘快", "近期", "近日", "下周", "下週", "下月", "下个月", "明年", "今年", "今月", "来週", "来月", "来年", "春", "夏", "秋", "冬", "곧", "내년", "올해", "다음 달", "다음 주", "봄", "여름", "가을", "겨울",
)  # fmt: skip
"""Words that tell a time and no date."""

NAMES: tuple[str, ...] = (
    "date", "eta", "datum", "termin", "fecha", "data", "дата", "срок", "日期", "日", "时间", "時間", "期限", "일자", "날짜", "기한",
)  # fmt: skip
"""A field with one of these in its name asks for a date, and for nothing else."""
