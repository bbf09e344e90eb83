// Beside the text stands what was made of its words: it follows the pointer and the focus.
"use strict";
