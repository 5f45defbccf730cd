"""The options of the configuration: names, kinds and defaults of Streamlit 1.67.

The help says what an option does in desklit. Options that only a server or a browser needs are
accepted, so that an existing ``config.toml`` works unchanged, and their help says that they do nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import config_values as v
from .config_theme import THEME, THEME_SECTIONS
from .config_values import Option

_NO_SERVER = "No effect: desklit has no server."
_NO_PORT = "No effect: desklit opens no port."
_NO_BROWSER = "No effect: desklit uses no browser."
_NO_TEST = "No effect: an inner switch of Streamlit's own tests."
_NO_AGENT = "No effect: desklit has no agent interface."

_GENERAL = (
    Option("global.disableWidgetStateDuplicationWarning", v.BOOL, False,
           "Do not warn about a widget that has both a default value and a value in the session state."),
    Option("global.showWarningOnDirectExecution", v.BOOL, True,
           "Warn when a script is run with `python` instead of `desklit`."),
    Option("global.developmentMode", v.BOOL, False, _NO_TEST, hidden=True),
    Option("global.e2eTest", v.BOOL, False, _NO_TEST, hidden=True),
    Option("global.unitTest", v.BOOL, False, _NO_TEST, hidden=True),
    Option("global.appTest", v.BOOL, False, _NO_TEST, hidden=True),
    Option("global.suppressDeprecationWarnings", v.BOOL, False,
           "Do not show warnings about arguments that are going away.", hidden=True),
    Option("global.minCachedMessageSize", v.FLOAT, 10000.0, _NO_SERVER, hidden=True),
    Option("global.maxCachedMessageAge", v.INT, 2, _NO_SERVER, hidden=True),
    Option("logger.level", v.LOG_LEVEL, "info", "From which level on desklit's own messages are logged."),
    Option("logger.messageFormat", v.TEXT, "%(asctime)s %(message)s",
           "How a logged message looks, in the format of Python's logging."),
    Option("logger.enableRich", v.BOOL, False,
           "Colour the tracebacks of scripts on the terminal where the package rich is installed.",
           scriptable=True, hidden=True),
    Option("logger.hideWelcomeMessage", v.BOOL, False, "No effect: desklit prints no greeting.", hidden=True),
    Option("client.showErrorDetails", v.ERROR_DETAILS, "full",
           "How much of a script's error the window shows: all of it (full), no message (stacktrace), "
           "the type alone (type) or only that there was one (none).", scriptable=True),
    Option("client.toolbarMode", v.TOOLBAR_MODE, "auto",
           "What the menu offers: all (auto, developer), nothing for developers (viewer), "
           "or only what the script sets (minimal).", scriptable=True),
    Option("client.disableDataExport", v.BOOL, False,
           "Hide the ways to save or copy what a table or chart holds.", scriptable=True),
    Option("client.showSidebarNavigation", v.BOOL, True,
           "List the scripts of a `pages` folder in the sidebar.", scriptable=True),
    Option("client.showErrorLinks", v.ERROR_LINKS, "auto",
           "Offer to search the web for a script's error: always (true), never (false); auto means true."),
    Option("client.allowedOrigins", v.TEXTS, (
        "https://devel.streamlit.test", "https://*.streamlit.apptest", "https://*.streamlitapp.test",
        "https://*.streamlitapp.com", "https://share.streamlit.io", "https://share-demo.streamlit.io",
        "https://share-head.streamlit.io", "https://share-staging.streamlit.io",
        "https://*.demo.streamlit.run", "https://*.head.streamlit.run", "https://*.staging.streamlit.run",
        "https://*.streamlit.run", "https://*.demo.streamlit.app", "https://*.head.streamlit.app",
        "https://*.staging.streamlit.app", "https://*.streamlit.app",
    ), _NO_BROWSER, hidden=True),
    Option("runner.magicEnabled", v.BOOL, True,
           "Show bare expressions of a script as if written with `st.write`."),
    Option("runner.postScriptGC", v.BOOL, True, "Collect garbage after each run.", hidden=True),
    Option("runner.fastReruns", v.BOOL, True,
           "Let a change stop the run under way at its next command, instead of waiting for its end."),
    Option("runner.enforceSerializableSessionState", v.BOOL, False,
           "Raise an error when the session state holds a value that cannot be pickled."),
    Option("runner.enumCoercion", v.ENUM_COERCION, "nameOnly",
           "When an option of an enum class that a rerun defined anew counts as the same: never (off), "
           "with an equal name (nameOnly), with an equal name and value (nameAndValue)."),
    Option("runner.parallelMaxWorkers", v.INT, None,
           "How many fragments of one run may run at the same time."),
    Option("runner.cacheBackgroundRefreshMaxWorkers", v.INT, 4,
           "How many cached functions may be refreshed in the background at the same time.", hidden=True),
    Option("runner.cacheBackgroundRefreshTTLMultiplier", v.FLOAT, 2.0,
           "After how many times its ttl a value that is refreshed in the background expires for good."),
    Option("runner.connectionDefaultTTL", v.FLOAT, None,
           "After how many seconds a connection that was made without a ttl is opened anew."),
    Option("runner.cacheHashSeed", v.INT, 0,
           "No effect: desklit hashes large frames and arrays as a whole, not by a sample."),
    Option("server.folderWatchList", v.TEXTS, (), "More folders whose changes count as changes of the app."),
    Option("server.folderWatchBlacklist", v.TEXTS, (), "Folders whose changes do not count."),
    Option("server.fileWatcherType", v.WATCHER, "auto",
           "Whether saved files are noticed: not at all (none), else by the system or by polling."),
    Option("server.enableExpensiveMemoryStats", v.BOOL, False, _NO_SERVER),
    Option("server.maxCacheDataSize", v.TEXT, None,
           'How much all values of `cache_data` may take together, as "500mb" or "2gb".'),
    Option("server.cookieSecret", v.TEXT, None, "No effect: desklit has no cookies.", sensitive=True),
    Option("server.headless", v.BOOL, False, _NO_BROWSER),
    Option("server.showEmailPrompt", v.BOOL, True, "No effect: desklit asks for no address."),
    Option("server.runOnSave", v.BOOL, False, "Run the script again as soon as it is saved, without asking."),
    Option("server.allowRunOnSave", v.BOOL, True,
           'Offer "Always rerun" in the window.', hidden=True),
    Option("server.address", v.TEXT, None, _NO_PORT),
    Option("server.port", v.INT, 8501, _NO_PORT),
    Option("server.scriptHealthCheckEnabled", v.BOOL, False, _NO_SERVER, hidden=True),
    Option("server.baseUrlPath", v.TEXT, "", _NO_SERVER),
    Option("server.customComponentBaseUrlPath", v.TEXT, "", _NO_SERVER, hidden=True),
    Option("server.enableCORS", v.BOOL, True, _NO_SERVER),
    Option("server.corsAllowedOrigins", v.TEXTS, (), _NO_SERVER),
    Option("server.allowedHosts", v.TEXTS, (), _NO_SERVER),
    Option("server.enableXsrfProtection", v.BOOL, True, _NO_SERVER),
    Option("server.xsrfCookieSameSite", v.SAME_SITE, "lax", "No effect: desklit has no cookies."),
    Option("server.maxUploadSize", v.INT, 200,
           "How large a file may be that a user gives to `file_uploader`, in megabytes."),
    Option("server.maxMessageSize", v.INT, 200,
           "No effect: desklit sends no messages, so none is too large."),
    Option("server.maxWidgetStateSize", v.INT, 25, _NO_SERVER, hidden=True),
    Option("server.enableWebsocketCompression", v.BOOL, False, _NO_SERVER),
    Option("server.websocketPingInterval", v.INT, None, _NO_SERVER),
    Option("server.enableStaticServing", v.BOOL, False,
           "No effect: desklit reads the app's `static` folder as any other, it need not be served."),
    Option("server.disconnectedSessionTTL", v.INT, 120, "No effect: a session lives as long as its window."),
    Option("server.enableAgentApi", v.BOOL, False, _NO_AGENT),
    Option("server.agentWaitTimeout", v.INT, 30, _NO_AGENT),
    Option("server.agentSessionTTL", v.INT, 900, _NO_AGENT),
    Option("server.agentMaxSessions", v.INT, 100, _NO_AGENT),
    Option("server.agentPreviewRows", v.INT, 100, _NO_AGENT),
    Option("server.trustedUserHeaders", v.TABLE, MappingProxyType({}), _NO_SERVER, hidden=True),
    Option("server.unsafeMetricsUserAttributes", v.TEXTS, (), _NO_SERVER, hidden=True),
    Option("server.sslCertFile", v.TEXT, None, _NO_PORT),
    Option("server.sslKeyFile", v.TEXT, None, _NO_PORT),
    Option("browser.serverAddress", v.TEXT, "localhost", _NO_BROWSER),
    Option("browser.gatherUsageStats", v.BOOL, True, "No effect: desklit never reports what you do."),
    Option("browser.serverPort", v.INT, 8501, _NO_BROWSER),
    Option("ui.hideTopBar", v.BOOL, False,
           "Hide the bar at the top of the window, but for its menu.", hidden=True),
    Option("magic.displayRootDocString", v.BOOL, False,
           "Let magic show the script's docstring too.", hidden=True),
    Option("magic.displayLastExprIfNoSemicolon", v.BOOL, False,
           "Let magic show the script's last expression only where no semicolon ends it.", hidden=True),
    Option("secrets.files", v.TEXTS, (),
           "The files that `st.secrets` reads, later ones over earlier ones; "
           "if not set, secrets.toml beside each place of config.toml."),
)

# Options of desklit's own.
_DESKLIT = (
    Option("desklit.openAgain", v.OPEN_AGAIN, "window",
           "What a second double click does: open a window of its own (window) "
           "or bring the open one to the front (front)."),
    Option("desklit.restore", v.BOOL, False,
           "Keep the session while a window is open, to offer it again after a crash."),
    Option("desklit.undo", v.BOOL, True,
           "Let the window undo and redo what its user did, with all that a step has changed."),
)

OPTIONS: Mapping[str, Option] = MappingProxyType({o.name: o for o in (*_GENERAL, *THEME, *_DESKLIT)})

SECTIONS: tuple[str, ...] = (
    *dict.fromkeys(option.section for option in _GENERAL),
    *THEME_SECTIONS,
    "desklit",
)
