import pytest
from scratch import Repository, repository


def commit_once(git: Repository) -> str:
    git.commit("first", hello="hello\n")
    return git.run("rev-parse", "HEAD").strip()


def test_ids_are_the_same_in_every_repository() -> None:
    with repository() as one, repository() as other:
        assert commit_once(one) == commit_once(other)


def test_the_configuration_of_the_user_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with repository() as git:
        plain = commit_once(git)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Eve")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'init.defaultBranch=trunk'")
    with repository() as git:
        assert commit_once(git) == plain
        assert git.run("branch", "--show-current") == "main\n"


def test_a_call_is_printed_with_what_git_said_and_without_hints(capsys: pytest.CaptureFixture[str]) -> None:
    with repository() as git:
        commit_once(git)
        git("switch nowhere")
        git("checkout --quiet HEAD^0")
        git("status --short --branch")
    assert capsys.readouterr().out.splitlines() == [
        "$ git switch nowhere",
        "fatal: invalid reference: nowhere",
        "$ git checkout --quiet HEAD^0",
        "$ git status --short --branch",
        "## HEAD (no branch)",
    ]


def test_two_clones_share_one_server(capsys: pytest.CaptureFixture[str]) -> None:
    with repository(bare=True) as server:
        ada, bob = server.clone("ada"), server.clone("bob")
        ada.commit("first", app="1\n")
        ada("push --quiet origin main")
        bob("pull --quiet origin main")
        assert bob.read("app.txt") == "1\n"
    assert capsys.readouterr().out == "ada$ git push --quiet origin main\nbob$ git pull --quiet origin main\n"
