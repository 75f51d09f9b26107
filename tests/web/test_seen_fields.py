"""Characters that nobody sees and no database holds do not come in, whatever the page."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import RequestFactory

from duizhao.web.seen_fields import SeenFields


def came(request):
    """The request as a view gets it."""
    SeenFields(lambda _: HttpResponse()).process_view(request, came, (), {})
    return request


def test_unseen_characters_are_left_out_of_names_and_values() -> None:
    asked = came(RequestFactory().get("/", {"words": "水\x00闸", "a\x0b": ["\x1f", "二"]})).GET
    assert dict(asked.lists()) == {"words": ["水闸"], "a": ["", "二"]}
    sent = came(RequestFactory().post("/", {"text": "第一行\r\n第\x0c二\t行\x00"})).POST
    assert sent["text"] == "第一行\r\n第二\t行"


def test_fields_without_them_stay_as_they_are() -> None:
    request = RequestFactory().post("/?words=水闸", {"text": "一\n二"})
    before = request.GET, request.POST
    came(request)
    assert request.GET is before[0]
    assert request.POST is before[1]
