"""The notebook of the tutorial runs, and shows what it shows when it runs."""

import copy
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-portfolio.ipynb"


def _shown(notebook: Any) -> list[Any]:
    """What its code cells show."""
    return [copy.deepcopy(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]


# What the kernel's own packages warn of is not ours to mend.
@pytest.mark.filterwarnings("ignore")
def test_committed_outputs_are_those_of_a_run(tmp_path: Path) -> None:
    """Executed in a folder of its own, every cell gives what stands in the repository."""
    file = shutil.copy(NOTEBOOK, tmp_path)
    notebook = nbformat.read(file, as_version=4)
    committed = _shown(notebook)

    NotebookClient(
        notebook, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()

    assert committed == _shown(notebook)


def test_no_trace_of_a_machine_is_committed() -> None:
    """The notebook holds no times, no versions, no paths, and every code cell was executed in order."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]

    assert {"kernelspec", "language_info"} == set(notebook.metadata)
    assert {"name": "python"} == notebook.metadata["language_info"]
    assert list(range(1, len(counts) + 1)) == counts
    assert all(cell.metadata == {} for cell in notebook.cells)
