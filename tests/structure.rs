//! The cases of `structure.txt`, and blocks that a caller gives.
#![cfg(not(target_family = "wasm"))]

use nutgraf::{Analysis, AnalyzeOptions, Block, BlockKind, Document, Error, Language, Span, SummaryOptions};

/// A block's kind and its first three words.
fn line(document: &Document, block: &Block) -> String {
    let words: Vec<&str> = block.span.of(document.text()).split([' ', '\n']).take(3).collect();
    format!("{:?} {}", block.kind, words.join(" "))
}

/// Whether a block begins as a case says: a tab is part of a word here.
fn begins(found: &str, expected: &str) -> bool {
    found.starts_with(expected)
}

#[test]
fn blocks_are_what_they_look_like() {
    let file: String =
        include_str!("structure.txt").split_inclusive('\n').filter(|line| !line.starts_with("# ")).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in file.split("===\n").filter(|case| !case.trim().is_empty()) {
        let (name, case) = case.split_once('\n').expect("a case has a name");
        let (text, expected) = case.split_once("\n---\n").expect("a case has a line ---");
        let document = Document::parse(text.to_owned(), Some(Language::English)).expect("the text is short");
        let found: Vec<String> = document.blocks().iter().map(|block| line(&document, block)).collect();
        let expected: Vec<&str> = expected.lines().collect();
        let same = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(found, line)| begins(found, line));
        if !same {
            wrong.push(format!("{name}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(count >= 8, "the cases are read");
    assert!(wrong.is_empty(), "{}\nhelp: find the general rule in src/segment/", wrong.join("\n\n"));
}

#[cfg(all(feature = "asian", feature = "european"))]
#[test]
fn programs_write_a_mails_header_in_any_language() {
    for header in [
        "Von: Ana Ruiz\nGesendet: Montag, 4. März 2024 10:12\nAn: Tom Reed\nBetreff: AW: Fahrplan\n\nDas Boot fährt ab Mai wieder jeden Tag, weil der Steg fertig ist.",
        "De : Ana Ruiz\nEnvoyé : lundi 4 mars 2024 10:12\nÀ : Tom Reed\nObjet : RE: Horaires\n\nLe bateau part de nouveau chaque jour, car le quai est enfin prêt.",
        "差出人： 青木\n送信日時： 2024年3月4日\n件名： 時刻表\n\n船は五月からまた毎日出るそうです。",
        "-----Original Message-----\nОт: Анна\nКому: Тома\nТема: FW: Расписание\n\nПаром снова ходит каждый день, потому что причал наконец готов.",
        "Da: Ana Ruiz\nDate: 4 mar 2024\nSubject: Fwd: Re: Orario\nTo: Tom Reed\n\nIl traghetto parte di nuovo ogni giorno, perché il molo è pronto.",
    ] {
        let document = Document::parse(header.to_owned(), None).expect("the text is short");
        let title = document.title().map(|span| span.of(document.text()));
        let titles = ["Fahrplan", "Horaires", "時刻表", "Расписание", "Orario"];
        assert!(title.is_some_and(|title| titles.contains(&title)), "{title:?} of {header}");
        let prose = document.blocks().iter().filter(|block| block.kind.is_prose()).count();
        assert_eq!(prose, 1, "{header}");
    }
}

fn block(text: &str, slice: &str, kind: BlockKind, level: Option<u8>) -> Block {
    let start = text.find(slice).expect("the slice is of the text");
    Block { kind, level, span: Span::new(start, start + slice.len()) }
}

#[test]
fn what_markup_tells_is_not_guessed() {
    let text = "Notes on a ferry\n\nThe ferry is back after four years.\n\nIt carries a cable of steel\n\nThe cable was laid in 1908 by hand.\n\nSee also\n\nThe bridge at Saltmarsh is older.\n\nHistory\n\nThe inn kept the first boat.";
    let given = [
        block(text, "Notes on a ferry", BlockKind::Heading, Some(1)),
        block(text, "The ferry is back after four years.", BlockKind::Paragraph, None),
        block(text, "It carries a cable of steel", BlockKind::Heading, Some(2)),
        block(text, "The cable was laid in 1908 by hand.", BlockKind::Caption, None),
        block(text, "See also", BlockKind::Heading, Some(2)),
        block(text, "The bridge at Saltmarsh is older.", BlockKind::Paragraph, None),
        block(text, "History", BlockKind::Heading, Some(2)),
        block(text, "The inn kept the first boat.", BlockKind::Paragraph, None),
    ];
    let document = Document::with_blocks(text.into(), Some(Language::English), &given).unwrap();
    let kinds: Vec<BlockKind> = document.blocks().iter().map(|block| block.kind).collect();
    use BlockKind::{Aside, Caption, Heading, Paragraph, Title};
    assert_eq!(kinds, [Title, Paragraph, Heading, Caption, Aside, Aside, Heading, Paragraph]);
    assert_eq!(document.section_of(7), Some(6));
    assert_eq!(document.section_of(1), None, "the title is no section");
}

#[test]
fn what_no_block_covers_is_read_as_plain_text() {
    let text = "The ferry is back.\n\n- two boats\n- one quay\n\nThe end of it.";
    let given = [block(text, "The ferry is back.", BlockKind::Quotation, None)];
    let document = Document::with_blocks(text.into(), None, &given).unwrap();
    let kinds: Vec<BlockKind> = document.blocks().iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Quotation, BlockKind::ListItem, BlockKind::ListItem, BlockKind::Paragraph]);
}

#[test]
fn wrong_places_are_refused() {
    let text = "Fähre zurück. Sie fährt.";
    let at = |start, end, level| Block { kind: BlockKind::Paragraph, level, span: Span::new(start, end) };
    for wrong in [
        vec![at(0, 200, None)],
        vec![at(0, 10, None), at(5, 12, None)],
        vec![at(2, 5, None)], // within "ä"
        vec![at(0, 4, Some(7))],
        vec![at(0, 4, Some(0))],
    ] {
        let refused = Document::with_blocks(text.into(), None, &wrong).err();
        let Some(Error::InvalidOption { name, value, .. }) = refused else {
            panic!("{wrong:?}: {refused:?}")
        };
        assert_eq!(name, "blocks");
        assert!(value.starts_with("wrong at block "), "{value}");
    }
}

#[test]
fn reference_marks_and_labels_are_not_shown() {
    let text = "INTERVIEWER: How did it begin?\n\n\
                CASTELLANOS: The ferry began with a rowing boat that the inn kept for its guests.[1][2] [3] The boat sank in 1911[citation needed] with a cargo of salt. [Weiss and Reed Reader, p. 566]\n\n\
                INTERVIEWER: And then?\n\n\
                CASTELLANOS: The council bought a ferry with a cable of steel, which is still there today.";
    let analysis = Analysis::new(text, &AnalyzeOptions::default()).unwrap();
    let summary = analysis.summarize(&SummaryOptions::default()).unwrap();
    let shown: Vec<String> = summary
        .sentences
        .iter()
        .map(|sentence| sentence.parts.iter().map(|part| part.of(text)).collect())
        .collect();
    assert!(
        shown.contains(&"The ferry began with a rowing boat that the inn kept for its guests.".to_owned()),
        "{shown:#?}"
    );
    assert!(shown.iter().all(|sentence| !sentence.contains(['[', ':'])), "{shown:#?}");
    assert!(
        summary.sentences.iter().any(|sentence| sentence.span.of(text).contains("[1][2] [3]")),
        "the slice is whole"
    );
}

/// Found by fuzzing: how much of a text a section has was told with the line ends
/// between, which are longer on another system.
#[test]
fn sections_end_where_they_end_with_other_line_ends() {
    let paragraphs = [
        "The ferry is late again, as it was on Monday.",
        "References[ si 5",
        "Ferry Act",
        "It sails in April, and it is painted red and white.",
    ];
    let kinds = |text: String| -> Vec<BlockKind> {
        let document = Document::parse(text, Some(Language::English)).unwrap();
        document.blocks().iter().map(|block| block.kind).collect()
    };
    for gap in 1..40 {
        let ends = |end: &str| kinds(paragraphs.join(&end.repeat(gap + 1)));
        assert_eq!(ends("\n"), ends("\r\n"));
    }
}

/// Found by fuzzing: and with those within a block of code.
#[test]
fn sections_end_where_they_end_with_other_line_ends_in_code() {
    let kinds = |end: &str, gap: usize| -> Vec<BlockKind> {
        let code = ["```", &end.repeat(gap), "sail()", &end.repeat(gap), "```"].concat();
        let paragraphs =
            [&code, "References[ si 5", "Ferry Act", "It sails in April, and it is painted red and white."];
        let document = Document::parse(paragraphs.join(&end.repeat(2)), Some(Language::English)).unwrap();
        document.blocks().iter().map(|block| block.kind).collect()
    };
    for gap in 1..80 {
        assert_eq!(kinds("\n", gap), kinds("\r\n", gap));
    }
}

/// A title and a section are shown without their marks, and a word that begins with one keeps it.
#[test]
fn headings_are_bare() {
    let prose = "The ferry crosses the inlet by night from April to October, each hour from ten in the evening to \
                 five in the morning, for those who work in the yard, in the hospital and at sea.";
    for (head, bare) in [("# The ferry", "The ferry"), ("#Ferry by night", "#Ferry by night")] {
        let document =
            Document::parse([head, "\n\n", prose].concat(), Some(Language::English)).expect("it is short");
        assert_eq!(document.title().map(|title| title.of(document.text())), Some(bare));
    }
}

/// The way to a Chinese title ends in "the text", a headline asks, and who edited it stands over
/// what is the site's.
#[test]
#[cfg(feature = "asian")]
fn a_chinese_page_has_its_title_and_its_end() {
    let text = "\
首页\n\
新闻\n\
体育\n\
财经\n\
海湾新闻 > 国内 > 正文\n\
夜间渡轮为何四年后重返哈洛湾？\n\
2026年4月1日 18:57\n\
\n\
哈洛湾的夜间渡轮从四月起将重新开航，这是四年前旧船被卖掉、码头被关闭以来的第一次，镇议会星期一晚上投票通过了这一决定，票数是九比二。\n\
\n\
镇长在会后表示，新船由本地的船厂建造，可以载一百二十名乘客和三十辆自行车，每天晚上十点到清晨五点之间每小时开一班，冬天的班次要少一些。\n\
\n\
新渡轮停在码头（资料图）\n\
\n\
反对者认为这笔钱应该用来修理北岸的道路，那里的路面去年冬天被海水冲坏，学校的校车至今还要绕行十二公里，家长们对此已经抱怨了很久。\n\
\n\
码头的工人说，他们等这一天等了很久，因为没有渡轮的时候，下夜班的人只能在候船室里坐到天亮，或者自己出钱坐出租车绕过整个海湾回家。\n\
\n\
责任编辑：林晓\n\
\n\
老师，明天的船还能买到票吗，我想带孩子去看灯塔。";
    let document = Document::parse(text.into(), None).unwrap();
    assert_eq!(document.title().map(|title| title.of(text)), Some("夜间渡轮为何四年后重返哈洛湾？"));
    let kind = |opening: &str| {
        let begins = |block: &&Block| block.span.of(text).starts_with(opening);
        document.blocks().iter().find(begins).map(|block| block.kind)
    };
    assert_eq!(kind("新渡轮停在码头"), Some(BlockKind::Caption));
    assert_eq!(kind("码头的工人说"), Some(BlockKind::Paragraph));
    assert_eq!(kind("责任编辑"), Some(BlockKind::Aside));
    assert_eq!(kind("老师，明天的船"), Some(BlockKind::Aside));
}
