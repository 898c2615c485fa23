"""Minutes by ReportLab, by python-docx, behind a password, and as a picture: python report.py FOLDER"""
import sys
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

FOLDER = sys.argv[1]
TITLE = "Minutes of the Quay Street Association"
PARTS = [
    ("Ferry landing", [
        "Rosa Whitlock reported that the landing stage at the foot of Quay Street will be built in May and that the street will be closed to cars for three weeks.",
        "Residents asked for a temporary stop of the school bus on Mill Lane. The association will write to the council about the bus by Friday, and a copy of the letter will hang in the window of the bakery.",
    ]),
    ("Sea wall", [
        "Drew Castellano presented the engineer's estimate for the sea wall, 1.4 million dollars for the stretch between the fish market and the old bakery. The council has put the repair off twice.",
        "The meeting agreed, by twelve votes to two, to ask that the wall be repaired before the ferry starts running. Those who voted against it want the money for the school, whose roof has leaked since the same storm.",
    ]),
    ("Money", [
        "Paul Wendt reported a balance of 2,310 dollars. Membership fees stay at twenty dollars a year. The summer fair needs a new treasurer, since he will be away, and whoever takes the cash box should be able to count in the rain.",
    ]),
]

def footer(canvas, document):
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 810, "Quay Street Association, minutes")
    canvas.drawCentredString(300, 30, f"Page {document.page} of 3")

styles = getSampleStyleSheet()
story = [Paragraph(TITLE, styles["Title"])]
for heading, paragraphs in PARTS:
    story.append(Paragraph(heading, styles["Heading2"]))
    for paragraph in paragraphs:
        story += [Paragraph(paragraph, styles["BodyText"]), Spacer(1, 6)]
    story.append(PageBreak())
SimpleDocTemplate(f"{FOLDER}/minutes.pdf", pagesize=A4, title=TITLE).build(story, onFirstPage=footer, onLaterPages=footer)

document = Document()
document.add_heading(TITLE, 0)
for heading, paragraphs in PARTS:
    document.add_heading(heading, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_paragraph("The secretary notes this.", style="List Bullet")
document.save(f"{FOLDER}/minutes.docx")

locked = Canvas(f"{FOLDER}/locked.pdf", pagesize=A4, encrypt="secret")
locked.drawString(72, 700, "Nobody can read this without the word.")
locked.save()

scan = Canvas(f"{FOLDER}/scan.pdf", pagesize=A4)
scan.rect(72, 400, 300, 300, fill=1)
scan.save()
