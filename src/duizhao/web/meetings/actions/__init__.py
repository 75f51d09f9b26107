"""What changes in dossiers, a module for each thing. Each action is one transaction."""

from duizhao.web.meetings.actions.closed import refuse_closed
from duizhao.web.meetings.actions.dossiers import begin_dossier

__all__ = ["begin_dossier", "refuse_closed"]
