"""The archive's answers, one module each: their rows, their columns, their drawing."""
