"""Texts that have undone what draws pictures."""

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> --> <!-- &amp; &lt;",
    'a #quot; #35; "] --> n1; click n0 "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%% %% gone",
    "style x:y #zz; end",
    "`a` **b** _c_ $$x^2$$ $$$",
    "1. list",
    "- item : 2019-01-01, 2d",
    "section x",
    "\n---\ntitle: x\n---\n",
    "a\\nb \\N \\G \\l {a|b} <b>",
    "=HYPERLINK(1)",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}",
    "x" * 200,
    "\N{FAMILY} \x00\x1b[2J \ufffe",
    "datum.value",
    "constructor",
    "ends in \\",
    "",
)
"""Each steers something that forgets to quote."""
