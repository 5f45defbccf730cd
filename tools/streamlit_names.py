"""The public names of Streamlit 1.67's ``st``, by the groups of its reference: 112 of them."""

from __future__ import annotations

GROUPS = {
    "Text": "write write_stream title header subheader markdown caption text code latex divider badge echo "
    "help html iframe",
    "Data": "dataframe data_editor table metric json",
    "Charts": "line_chart area_chart bar_chart scatter_chart map pyplot altair_chart vega_lite_chart "
    "plotly_chart pydeck_chart graphviz_chart mermaid_chart echarts_chart",
    "Input widgets": "button download_button link_button menu_button checkbox toggle radio selectbox "
    "multiselect pills segmented_control feedback select_slider slider number_input text_input text_area "
    "date_input datetime_input time_input color_picker file_uploader camera_input audio_input pagination",
    "Media": "image audio video pdf logo",
    "Layout": "sidebar bottom columns container grid tabs expander popover empty space",
    "Chat": "chat_message chat_input",
    "Status": "progress spinner status toast skeleton success info warning error exception balloons snow",
    "App logic": "form form_submit_button fragment dialog rerun stop App",
    "Navigation": "navigation Page page_link switch_page",
    "State and caching": "session_state query_params context cache_data cache_resource",
    "User and login": "login logout user",
    "Configuration": "set_page_config get_option set_option",
    "Connections and secrets": "connection secrets",
}

NAMES = {group: tuple(names.split()) for group, names in GROUPS.items()}
