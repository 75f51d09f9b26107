"""What a unit sets for itself, as a form shows it."""

from duizhao.config.unit_settings import UnitSettings, fault_of_form
from duizhao.layout import layout_fields
