"""A paper by ReportLab, as TeX sets one: python paper.py FOLDER"""
import sys
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT = 90, 505
paper = Canvas(f"{sys.argv[1]}/paper.pdf", pagesize=A4)
paper.setTitle("Lamps on the Inlet")


class Page:
    """Lines from the top to the bottom."""

    def __init__(self, section=None):
        self.base = 780
        if section:
            # The chapter stands on each page, and beside it what the page has of its own.
            paper.setFont("Helvetica", 8)
            paper.drawString(LEFT, 805, "CHAPTER 1. LAMPS ON THE INLET")
            paper.drawRightString(RIGHT, 805, section)

    def line(self, text, font="Helvetica", size=10, left=LEFT, gap=0):
        self.base -= gap + 1.3 * size
        paper.setFont(font, size)
        paper.drawString(left, self.base, text)

    def prose(self, text, size=10, left=LEFT, gap=6):
        line = ""
        for word in text.split():
            if line and stringWidth(f"{line} {word}", "Helvetica", size) > RIGHT - left:
                self.line(line, size=size, left=left, gap=gap)
                line, gap = "", 0
            line = f"{line} {word}".strip()
        self.line(line, size=size, left=left, gap=gap)


page = Page()
page.line("Lamps on the Inlet*", "Helvetica-Bold", 14)
page.line("Aaron Berg and Ines Sch\xf6n, apresenta\xb8c\u02dcoes", size=10, gap=8)
page.line("Abstract", "Helvetica-Bold", 10, left=275, gap=14)
page.prose(
    "Before the bridge was built, boats on the inlet of Harlow were called by lamps. We counted the signals of one "
    "winter from the books of the pilots, and asked nine of those who read them what they had meant. Green lamps called "
    "a boat; the others were greetings.",
    size=8,
    left=120,
)
page.line("Introduction", "Helvetica-Bold", 10, gap=10)
page.prose(
    "The inlet of Harlow is two kilometres wide, and until the bridge was opened nobody crossed it but by boat. Who "
    "wanted to cross lit a lamp at the pier, and waited. A na\xa8ive reader of the books would say that there were three "
    "colours; there were seven.",
    gap=0,
)
page.line("* Both authors lit the lamps.", size=9, gap=420)
paper.showPage()

page = Page("1.1. THE BOOKS")
page.line("PART ONE", "Helvetica-Bold", 20, gap=10)
page.prose(
    "Each pilot kept a book in which every signal was written down with its hour, its colour and what came of it. These "
    "are the things that were written down of each of them in the winter that we counted:",
    gap=12,
)
page.prose("\u2022 the hour of the signal, by the clock of the harbor office, which ran slow in the cold and was set by the sun;")
page.prose("\u2022 the colour of the lamp.")
page.line("lamp = read(book)", "Courier", gap=12)
page.line("if lamp == green:", "Courier")
page.line("    call(boat)", "Courier")
page.prose("Nobody has asked a machine to read the books, but it could: that is all there is to it, as the pilots knew.", gap=12)
paper.showPage()

page = Page("1.2. THE CELLAR")
page.prose(
    "Nine of these books have been found in the cellar of the harbor office. They hold two thousand signals, most of "
    "which were answered by a boat within the hour.",
    gap=20,
)
paper.showPage()

page = Page("1.3. THE CHILDREN")
page.prose("They were shown the seven colours in the dark, and said at once what each of them had meant to a child.", gap=20)
paper.showPage()
paper.save()
