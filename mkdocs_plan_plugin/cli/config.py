"""The site's `mkdocs.yml`, read without MkDocs: only what the command line needs of it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from mkdocs_plan_plugin import options
from mkdocs_plan_plugin.extra_plans import Extra
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.inherited import FILE as META_FILE
from mkdocs_plan_plugin.yaml_text import SafeLoader, YamlError, load

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The names that MkDocs looks for, in its order, and those of ProperDocs."""
ZENSICAL = "zensical.toml"
"""The name that Zensical looks for before `mkdocs.yml`."""
EXTENSION = "mkdocs_plan_plugin.zensical"
"""The Markdown extension that stands for the plugin where Zensical builds the site."""


class ConfigError(Exception):
    """The configuration can't be used; the text says where, what is wrong and what to write."""


class ConfiguredSite(msgspec.Struct, frozen=True, kw_only=True):
    """A site as its configuration describes it; without one, only the default settings."""

    file: Path | None = None
    name: str = ""
    docs_dir: Path | None = None
    exclude_docs: str = ""
    """Patterns in the syntax of `.gitignore`."""
    plugin: bool = False
    """True if the plugin is under `plugins`."""
    unseen: bool = False
    """True if it is in a configuration of Zensical, which runs no plugins, without our extension."""
    settings: Settings = msgspec.field(default_factory=Settings)
    extras: tuple[Extra, ...] = ()
    """Folders outside of docs_dir whose plans are of the site, too."""
    meta_file: str = ""
    """The name of the files by which folders give their pages front matter; empty where none do."""


def find(start: Path) -> Path | None:
    """Return the nearest `mkdocs.yml` in a folder (or a file's folder) or above it."""
    folder = Path(os.path.abspath(start))  # noqa: PTH100 - links stay as the user named them
    if not folder.is_dir():
        folder = folder.parent
    for place in (folder, *folder.parents):
        for name in (*FILE_NAMES, ZENSICAL):
            if (place / name).is_file():
                return place / name
    return None


def read(file: Path) -> ConfiguredSite:
    """Read a configuration with everything that it inherits.

    Raises:
        ConfigError: a file is missing, is no YAML, or has options of the plugin that are wrong; all wrong
            options are named at once.
    """
    file = Path(os.path.abspath(file))  # noqa: PTH100
    config = whole(file)
    docs = config.get("docs_dir") or "docs"
    if not isinstance(docs, str | _Placed):
        raise ConfigError(f"{file}: docs_dir: expected a path, found {docs!r}. Write e.g. 'docs_dir: docs'.")
    docs_dir = Path(os.path.normpath(file.parent / str(docs)))
    plugins = config.get("plugins")
    for entry in plugins if isinstance(plugins, list) else ():
        if isinstance(entry, dict) and len(entry) > 1:
            first, second, *_ = entry
            raise ConfigError(
                f"{file}: plugins: '{second}' is beside '{first}'. Write its options indented below it."
            )
    plugin, given = block(plugins, "plan")
    if isinstance(given, dict):
        # MkDocs takes `enabled` out before a plugin sees its options.
        given = {key: value for key, value in given.items() if key != "enabled"}
    settings, problems = options.load(_resolved(given, file.parent, docs_dir))
    wrong = [str(problem) for problem in problems]
    wrong += _language_problems(settings.language, config.get("theme"), file.parent)
    if wrong:
        raise ConfigError("\n".join(f"{file}: plan: {problem}" for problem in wrong))
    exclude = config.get("exclude_docs")
    return ConfiguredSite(
        file=file,
        name=str(config.get("site_name") or ""),
        docs_dir=docs_dir,
        exclude_docs=exclude if isinstance(exclude, str) else "",
        plugin=plugin,
        unseen=file.name == ZENSICAL and plugin and not has_extension(config),
        settings=settings,
        meta_file=_meta_file(plugins),
    )


def whole(file: Path) -> dict[str, Any]:
    """Return what a configuration says with everything that it inherits, `zensical.toml` as if it were YAML.

    Raises:
        ConfigError: a file is missing, or can't be read as what it is.
    """
    if file.suffix != ".toml":
        return _load(file, ())
    import tomllib  # noqa: PLC0415 - only for this host

    try:
        project = tomllib.loads(file.read_text(encoding="utf-8")).get("project")
    except FileNotFoundError:
        raise ConfigError(f"there is no file {file}") from None
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except ValueError as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from None
    return project if isinstance(project, dict) else {}


def has_extension(config: Mapping[str, Any]) -> bool:
    """True if a configuration names the extension that Zensical needs."""
    named = config.get("markdown_extensions")
    for entry in named if isinstance(named, list | dict) else ():
        if entry == EXTENSION or (isinstance(entry, dict) and EXTENSION in entry):
            return True
    # TOML reads a name with a dot, if nobody quoted it, as a table in a table
    inner = named.get("mkdocs_plan_plugin") if isinstance(named, dict) else None
    return isinstance(inner, dict) and "zensical" in inner


class _Placed(msgspec.Struct, frozen=True):
    """A path written with `!relative`, to be resolved once docs_dir is known."""

    text: str

    def __str__(self) -> str:
        return self.text.removeprefix("$config_dir").lstrip("/") or "."


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Resolve `!ENV NAME` and `!ENV [NAME, OTHER, default]` as pyyaml_env_tag does."""
    default: object = None
    if isinstance(node, yaml.SequenceNode):
        names = node.value
        if len(names) > 1:
            default = loader.construct_object(names[-1], deep=True)
            names = names[:-1]
    else:
        names = [node]
    for name in names:
        if not isinstance(name, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(
                None, None, "!ENV takes the name of a variable, or a list of names", node.start_mark
            )
        value = os.environ.get(str(name.value))
        if value is not None:
            # The value reads like YAML: `false` is off, `3` a number.
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


def _relative(_loader: yaml.SafeLoader, node: yaml.Node) -> _Placed:
    return _Placed(str(node.value) if isinstance(node, yaml.ScalarNode) else "")


def _ignored(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> object:
    """Read the value under a tag that is not ours (`!!python/name:...`) as if it had none."""
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


class _Loader(SafeLoader):
    """Reads any `mkdocs.yml` and executes nothing."""


_Loader.add_constructor("!ENV", _env)
_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor("!", _ignored)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignored)


def plain(text: str) -> dict[str, Any]:
    """Return what a file of YAML holds by itself, without what it inherits.

    Raises:
        ConfigError: it is no mapping, or no YAML.
    """
    try:
        return _mapping(load(text.encode("utf-8", "surrogateescape"), _Loader))
    except YamlError as error:
        raise ConfigError(f"not valid YAML: {error}") from None


def _mapping(config: object, place: str = "") -> dict[str, Any]:
    if config is not None and not isinstance(config, dict):
        raise ConfigError(f"{place}expected a mapping of options, e.g. 'site_name: My docs'")
    return config or {}


def _load(file: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """Load a file, merged over the one that it inherits from; `above` are its heirs."""
    try:
        config = load(file.read_bytes(), _Loader)
    except FileNotFoundError:
        heir = f"{above[-1]}: INHERIT: " if above else ""
        raise ConfigError(f"{heir}there is no file {file}") from None
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except YamlError as error:
        line = f":{error.line}:{error.column}" if error.line else ""
        raise ConfigError(f"{file}{line}: not valid YAML: {error}") from None
    config = _mapping(config, f"{file}:1: ")
    parent = config.pop("INHERIT", None)
    if parent is None:
        return config
    path = Path(os.path.normpath(file.parent / str(parent)))
    if path in (*above, file):
        raise ConfigError(f"{file}: INHERIT: {parent} inherits from this file in turn")
    return _merged(_load(path, (*above, file)), config)


def _merged(below: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Merge as MkDocs does: mappings key by key, anything else replaced."""
    result = dict(below)
    for key, value in over.items():
        inherited = result.get(key)
        both = isinstance(value, dict) and isinstance(inherited, dict)
        result[key] = _merged(inherited or {}, value) if both else value
    return result


def _language_problems(language: str | None, theme: object, root: Path) -> tuple[str, ...]:
    """Return what is wrong with the language of a site, which may have its own in its theme's folder."""
    if language is None:
        return ()
    from mkdocs_plan_plugin.languages import choose  # noqa: PLC0415 - few sites name one

    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    return choose(language, "", [root / str(own)] if own else []).problems


def _meta_file(plugins: object) -> str:
    """Return the name of the files that Material's meta plugin reads, empty for a site without it."""
    for plugin in ("material/meta", "meta"):
        listed, given = block(plugins, plugin)
        if listed:
            options = given if isinstance(given, dict) else {}
            return "" if options.get("enabled") is False else str(options.get("meta_file") or META_FILE)
    return ""


def block(plugins: object, plugin: str) -> tuple[bool, object]:
    """Return whether a plugin is listed, and its options; `plugins` is a list or a mapping."""
    entries: list[object] = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        # A name that starts with a slash tells MkDocs not to try the theme's namespace first.
        for name in (plugin, f"/{plugin}"):
            if entry == name:
                return True, None
            if isinstance(entry, dict) and name in entry:
                return True, entry[name]
    return False, None


def _resolved(value: object, config_dir: Path, docs_dir: Path) -> object:
    """Replace `!relative` paths within the options by plain ones."""
    again = partial(_resolved, config_dir=config_dir, docs_dir=docs_dir)
    if isinstance(value, dict):
        return {key: again(item) for key, item in value.items()}
    if isinstance(value, list):
        return [again(item) for item in value]
    if isinstance(value, _Placed):
        root, _, rest = value.text.partition("/")
        return str(
            (docs_dir if root == "$docs_dir" else config_dir) / (rest if root[:1] == "$" else value.text)
        )
    return value
