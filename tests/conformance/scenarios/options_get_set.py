"""get_option and set_option: known, unknown, unsettable, wrong kinds."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
for name in ("theme.base", "theme.primaryColor", "client.toolbarMode", "client.showErrorDetails", "runner.magicEnabled", "runner.fastReruns", "runner.enforceSerializableSessionState", "runner.enumCoercion", "server.maxUploadSize", "server.port", "global.developmentMode", "global.disableWidgetStateDuplicationWarning", "logger.level", "ui.hideTopBar", "nope", "theme.nope", "nope.nope", "", "theme", 5, None):
    attempt(f"get {name}", lambda: st.get_option(name))
for name, value in [("client.toolbarMode", "minimal"), ("client.showErrorDetails", "none"), ("client.showErrorDetails", False), ("theme.base", "dark"), ("theme.base", "blue"), ("theme.primaryColor", "#ff0000"), ("theme.primaryColor", "red"), ("server.port", 80), ("runner.magicEnabled", False), ("runner.fastReruns", "yes"), ("logger.level", "debug"), ("nope.nope", 1), ("", 1), (5, 1), ("client.showSidebarNavigation", False)]:
    attempt(f"set {name} {value!r}", lambda: st.set_option(name, value))
    attempt("then", lambda: st.get_option(name))
'''
STEPS = [("run",)]
