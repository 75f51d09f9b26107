"""The addresses of accounts: each has the name of its act."""

from __future__ import annotations

from django.urls import path

from duizhao.web.accounts.views import (
    acting,
    duties,
    entering,
    inviting,
    mine,
    people,
    security,
    units,
)

app_name = "accounts"
urlpatterns = [
    path("login", entering.login, name="login"),
    path("login/code", entering.login_code, name="login_code"),
    path("logout", entering.logout, name="logout"),
    path("password", entering.password, name="password"),
    path("duties/", duties.duties, name="duties"),
    path("mine/", mine.mine, name="mine"),
    path("mine/second-factor", mine.second_factor, name="second_factor"),
    path("mine/recovery-codes", mine.recovery_codes, name="recovery_codes"),
    path("mine/end-session", mine.end_session, name="end_session"),
    path("mine/delegate", acting.delegate, name="delegate"),
    path("mine/drop-delegation", acting.drop_delegation, name="drop_delegation"),
    path("mine/act-for", acting.act_for, name="act_for"),
    path("delegations/<int:delegation>/end", acting.end_delegation, name="end_delegation"),
    path("security/", security.security, name="security"),
    path("security/save", security.save_policy, name="save_policy"),
    path("security/unlock-address", security.unlock_address, name="unlock_address"),
    path("set-up", entering.set_up, name="set_up"),
    path("invited", inviting.invited, name="invited"),
    path("invitations/", inviting.invitations, name="invitations"),
    path("invitations/print", inviting.invite, name="invite"),
    path("invitations/requests", inviting.answer_requests, name="answer_requests"),
    path(
        "invitations/<int:invitation>/revoke", inviting.revoke_invitation, name="revoke_invitation"
    ),
    path("units/<int:unit>/invite-people", units.invite_people, name="invite_people"),
    path("people/give-roles", people.give_roles, name="give_roles"),
    path("units/", units.units, name="units"),
    path("units/<int:unit>/", units.unit, name="unit"),
    path("units/<int:unit>/add-unit", units.add_unit, name="add_unit"),
    path("units/<int:unit>/rename", units.rename_unit, name="rename_unit"),
    path("units/<int:unit>/remove", units.remove_unit, name="remove_unit"),
    path("units/<int:unit>/add-person", units.add_person, name="add_person"),
    path("people/", people.people, name="people"),
    path("people/<int:person>/", people.person, name="person"),
    path("people/<int:person>/edit", people.edit_person, name="edit_person"),
    path("people/<int:person>/move", people.move_person, name="move_person"),
    path("people/<int:person>/last-day", people.set_last_day, name="set_last_day"),
    path("people/<int:person>/reset-password", people.reset_password, name="reset_password"),
    path("people/<int:person>/deactivate", people.deactivate, name="deactivate"),
    path("people/<int:person>/activate", people.activate, name="activate"),
    path("people/<int:person>/unlock", people.unlock, name="unlock"),
    path("people/<int:person>/reset-factor", people.reset_factor, name="reset_factor"),
    path("people/<int:person>/end-sessions", people.end_sessions, name="end_sessions"),
    path("people/<int:person>/add-grant", people.add_grant, name="add_grant"),
    path("grants/<int:grant>/end", people.end_grant, name="end_grant"),
]
