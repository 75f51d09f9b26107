"""The site: pages in a browser, for one person on their own computer, or for an organisation.

Django is imported under this package alone. A view asks `access`, calls one query or action, and renders; what a text
says and what is wrong with it comes from `api`.
"""
