"""The addresses of opinions: each has the name of its act. Those under `o/` need no account."""

from __future__ import annotations

from django.urls import path

from duizhao.web.opinions.views import answering, codes, entering, opinions, rounds, sending

app_name = "opinions"
DOSSIER, ROUND = "meetings/<slug:dossier>/opinions", "opinions/rounds/<slug:round>"
OPINION = "opinions/<slug:opinion>"
urlpatterns = [
    path(f"{DOSSIER}/", opinions.opinions, name="opinions"),
    path(f"{DOSSIER}/out", opinions.out, name="opinions_out"),
    path(f"{DOSSIER}/publish", answering.publish, name="publish"),
    path(f"{DOSSIER}/sheet", entering.sheet, name="sheet"),
    path(f"{DOSSIER}/template", entering.template, name="template"),
    path(f"{DOSSIER}/enter", entering.enter, name="enter"),
    path(f"{DOSSIER}/begin", rounds.begin, name="begin_round"),
    path(f"{ROUND}/", rounds.round_page, name="round"),
    path(f"{ROUND}/change", rounds.change, name="change_round"),
    path(f"{ROUND}/codes", codes.print_codes, name="print_codes"),
    path(f"{ROUND}/links", codes.give_links, name="give_links"),
    path(f"{ROUND}/void", codes.void, name="void_codes"),
    path(f"{ROUND}/close", rounds.close, name="close_round"),
    path(f"{ROUND}/drop", rounds.drop, name="drop_round"),
    path("opinions/about/<slug:concerned>/", opinions.about, name="about"),
    path(f"{OPINION}/", answering.opinion_page, name="opinion"),
    path(f"{OPINION}/link", answering.link, name="link"),
    path(f"{OPINION}/reply", answering.reply, name="reply"),
    path(f"{OPINION}/mend", answering.mend, name="mend"),
    path(f"{OPINION}/remove", answering.remove, name="remove"),
    path("o/", sending.entrance, name="entrance"),
    path("o/write", sending.write, name="write"),
    path("o/send", sending.send, name="send"),
    path("o/kept", sending.kept, name="kept"),
    path("o/replies", sending.replies, name="replies"),
    path("o/content", sending.say_content, name="say_content"),
]
