"""A second, plain and slow writing of every measure, from product.md's words alone: lists, loops, days one by one."""
