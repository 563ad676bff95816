"""Sphinx: the API reference, from the docstrings and types of the package as it is installed."""

import musnad

project = "musnad"
author = "the musnad authors"
release = version = musnad.__version__
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "Reads Arabic news: what happened, and who says so", "page_width": "1100px"}
html_show_sourcelink = False
# No page is fetched while building.
html_static_path: list[str] = []
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
# What is shown under its public name, wherever it is written.
add_module_names = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Engines and libraries of others are named in types and not needed to build.
autodoc_mock_imports = ["pyspark", "ray"]
suppress_warnings = ["ref.python"]
